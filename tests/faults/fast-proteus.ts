/** `proteus` with engines that pretend to try on; everything else of it is real. */
import { registerHooks } from 'node:module';

const ENGINE = '@proteus/workers/engine/main.ts';
const FAST_ENGINE = new URL('./fast-engine.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === ENGINE ? { url: FAST_ENGINE, shortCircuit: true } : next(specifier, context),
});
await import('../../packages/cli/main.ts');
