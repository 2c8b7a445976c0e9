/** Preloaded into a Proteus (`node --import`): its engines then are the fast ones beside this file. */
import { replaceEngines } from './replace-engines.ts';

replaceEngines(new URL('engine.ts', import.meta.url));
