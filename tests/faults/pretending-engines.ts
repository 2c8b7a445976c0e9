/** Added to the environment of a Proteus, it has the engines of `fast-engine.ts`: a job takes as many milliseconds as its seed says. */
export const PRETENDING_ENGINES = {
  NODE_OPTIONS: `--import ${new URL('instead-of-engines.ts', import.meta.url).href}`,
} as const;
