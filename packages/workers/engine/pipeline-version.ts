import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { KNOWN_MODELS } from '@proteus/platform/models/known-models.ts';
import { locateModel } from '@proteus/platform/models/locate-model.ts';

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
  const hash = createHash('sha256').update(`${process.arch} ${process.version}`);
  for (const room of ROOMS) {
    const folder = path.dirname(fileURLToPath(import.meta.resolve(`@proteus/${room}`)));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource);
    for (const file of files.sort()) {
      hash.update(file).update(readFileSync(path.join(folder, file)));
    }
  }
  for (const { name } of modelsDirectory === null ? [] : KNOWN_MODELS) {
    const file = statSync(locateModel(name, modelsDirectory) ?? name, { throwIfNoEntry: false });
    hash.update(`${name} ${file?.size} ${file?.mtimeMs}`);
  }
  return hash.digest('hex');
}

/** Package files name the exact versions of what the code stands on. */
function isSource(file: string): boolean {
  if (file.split(path.sep).includes('node_modules')) return false;
  return path.basename(file) === 'package.json' || /(?<!\.test)\.ts$/.test(file);
}
