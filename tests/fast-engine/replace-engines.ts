import { registerHooks } from 'node:module';

const ENGINE = '@proteus/workers/engine/main.ts';

/**
 * Has the Proteus of this process start another program as its engines. All else, from the command line to the
 * engines' supervision, is the program itself.
 */
export function replaceEngines(program: URL): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === ENGINE
        ? { url: program.href, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}
