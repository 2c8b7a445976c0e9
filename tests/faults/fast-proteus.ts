/** `proteus` with engines that pretend to try on; everything else of it is real. */
import { replaceEngines } from '../fast-engine/replace-engines.ts';

replaceEngines(new URL('./fast-engine.ts', import.meta.url));
await import('../../packages/cli/main.ts');
