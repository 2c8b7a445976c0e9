import { sourcesVersion } from './sources-version.ts';

/** A file of each room whose code decides what a try-on looks like. */
const ROOMS = ['contracts/errors.ts', 'raster/types.ts', 'neural/shape.ts', 'tryon/pipeline.ts'];

/**
 * Names this version of the pipeline by its own sources and network files, so that nothing that
 * another version has found out is taken for its own; a number would have to be raised by hand.
 *
 * @param modelsDirectory where network files lie, when not in the packages.
 * @returns hex; another one on another kind of processor, whose floating-point results may differ.
 */
export function pipelineVersion(modelsDirectory: string | null): string {
  return sourcesVersion(ROOMS, modelsDirectory, `${process.arch} ${process.version}`);
}
