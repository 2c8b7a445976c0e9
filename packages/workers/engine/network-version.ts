import { cpus } from 'node:os';
import { sourcesVersion } from './sources-version.ts';

/**
 * Names what the layout of a network in memory depends on: our reader of TFLite files, onnxruntime's version,
 * the file, and the processor, as onnxruntime arranges weights for its vector instructions.
 *
 * @param modelsDirectory where network files lie, when not in the packages.
 * @returns hex.
 */
export function networkVersion(modelsDirectory: string | null): string {
  const machine = `${process.platform} ${process.arch} ${cpus()[0]?.model}`;
  return sourcesVersion(['neural/shape.ts'], modelsDirectory, machine);
}
