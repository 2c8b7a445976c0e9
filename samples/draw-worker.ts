import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { DrawAnswer, DrawTask } from './draw-task.ts';
import { renderGarment, SAMPLE_GARMENTS } from './garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from './people.ts';
import { JPEG_QUALITY, SAMPLE_SIZE } from './sample-size.ts';

function named<Spec extends { readonly name: string }>(specs: readonly Spec[], name: string): Spec {
  const spec = specs.find((each) => each.name === name);
  if (spec === undefined) throw new RangeError(`No sample is called ${name}`);
  return spec;
}

async function draw({ kind, name, file }: DrawTask): Promise<void> {
  const { picture } =
    kind === 'people'
      ? renderPerson(named(SAMPLE_PEOPLE, name), SAMPLE_SIZE)
      : renderGarment(named(SAMPLE_GARMENTS, name), SAMPLE_SIZE);
  await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
  })
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toFile(file);
}

parentPort?.on('message', (task: DrawTask) => {
  const answer = (error: string | null): void => {
    parentPort?.postMessage({ file: task.file, error } satisfies DrawAnswer);
  };
  draw(task).then(
    () => answer(null),
    (error: unknown) => answer(error instanceof Error ? error.message : String(error)),
  );
});
