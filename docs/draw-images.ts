/** Draws the pictures of the README anew, from our own samples: `node docs/draw-images.ts`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dressInEngine } from '@proteus/cli/composition/dress-in-engine.ts';
import { loadPipeline } from '@proteus/cli/composition/load-pipeline.ts';
import { startEngines } from '@proteus/cli/composition/start-engines.ts';
import sharp from 'sharp';

const root = path.resolve(import.meta.dirname, '..');
const CELL = { width: 360, height: 480 };
const GAP = 12;
const ROWS = [
  ['people/zuri.jpg', 'garments/tee-sunrise.jpg'],
  ['people/mei.jpg', 'garments/dress-green.jpg'],
] as const;

const pipeline = loadPipeline();
const engines = await startEngines(pipeline.settings, { size: 1, warmUp: null });
const signal = AbortSignal.timeout(120_000);
try {
  const cells: Buffer[] = [];
  for (const row of ROWS) {
    const [person, garment] = await Promise.all(
      row.map((file) => readFile(path.join(root, 'samples', file))),
    );
    if (!person || !garment) throw new Error('a sample is missing');
    const { picture } = await dressInEngine(engines, pipeline, { person, garment, signal });
    for (const one of [person, garment, picture]) cells.push(await toCell(one));
  }
  const columns = 3 * ROWS.length;
  await sharp({
    create: {
      width: columns * (CELL.width + GAP) - GAP,
      height: CELL.height,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(cells.map((input, index) => ({ input, left: index * (CELL.width + GAP), top: 0 })))
    .jpeg({ quality: 88 })
    .toFile(path.join(root, 'docs/images/try-on.jpg'));
} finally {
  await engines.close();
}

async function toCell(picture: Uint8Array): Promise<Buffer> {
  return await sharp(picture)
    .resize({ ...CELL, fit: 'cover' })
    .toBuffer();
}
