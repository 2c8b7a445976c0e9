/** Preloaded into a Proteus (`node --import`): its engines then pretend to try on; everything else of it is real. */
import { replaceEngines } from '../fast-engine/replace-engines.ts';

replaceEngines(new URL('./fast-engine.ts', import.meta.url));
