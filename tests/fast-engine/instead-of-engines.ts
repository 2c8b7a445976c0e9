/**
 * Preloaded into a Proteus (`node --import`): its engines then are the fast ones beside this file. All else,
 * from the command line to the engines' supervision, is the program itself.
 */
import { registerHooks } from 'node:module';

const ENGINE = '@proteus/workers/engine/main.ts';
const FAST_ENGINE = new URL('engine.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === ENGINE
      ? { url: FAST_ENGINE, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
