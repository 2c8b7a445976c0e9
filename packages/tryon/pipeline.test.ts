import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { NO_CORRECTIONS } from '@proteus/contracts/jobs/no-corrections.ts';
import { STAGES } from '@proteus/contracts/jobs/stage.ts';
import { PART } from '@proteus/contracts/person-parts.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTryOn } from './pipeline.ts';
import type { PoseEstimator } from './pose.ts';
import type { TryOnContext, TryOnInput, TryOnResult } from './try-on.ts';

const SIZE = { width: 288, height: 384 };
const person = renderPerson(SAMPLE_PEOPLE[0]!, SIZE);
const garmentNamed = (test: (name: string) => boolean) =>
  renderGarment(SAMPLE_GARMENTS.find(({ name }) => test(name))!, SIZE);
const tee = garmentNamed((name) => name.startsWith('tee'));
const trousers = garmentNamed((name) => name.startsWith('trousers'));

/** Knows the drawn person's true pose, at whatever size it is shown. */
const truePose: PoseEstimator = async (picture) => {
  const scale = picture.width / SIZE.width;
  const inside = {
    ...SIZE,
    data: Float32Array.from(person.parts.data, (part) => (part === PART.background ? 0 : 1)),
  };
  return {
    landmarks: person.landmarks.map((landmark) => ({
      x: landmark.x * scale,
      y: landmark.y * scale,
      z: 0,
      visibility: 0.95,
      presence: 1,
    })),
    score: 0.99,
    personMask: resizePlane(inside, picture.width, picture.height),
  };
};

function input(changes: Partial<TryOnInput> = {}): TryOnInput {
  return {
    person: person.picture,
    garment: tee.picture,
    category: 'upper',
    corrections: NO_CORRECTIONS,
    seed: 5,
    config: pipelineConfigSchema.parse({ work: { res_long: 512 } }),
    ...changes,
  };
}

function context(changes: Partial<TryOnContext> = {}): TryOnContext {
  return {
    poseEstimator: truePose,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...changes,
  };
}

describe('runTryOn', () => {
  const stages: string[] = [];
  let first: TryOnResult;

  beforeAll(async () => {
    const config = pipelineConfigSchema.parse({
      work: { res_long: 512 },
      debug: { keep_artifacts: true },
      qa_thresholds: { warn: 1 },
      retry: { max_retries: 0 },
    });
    first = await runTryOn(
      input({ config }),
      context({ onProgress: ({ stage }) => stages.push(stage) }),
    );
  });

  it('goes through the stages and dresses the person, the composition step by step', () => {
    const steps = stages.filter((stage) => stage === 'vton');
    expect(steps.length).toBeGreaterThan(1);
    expect(stages.filter((stage, i) => stage !== stages[i - 1])).toEqual([...STAGES]);
    expect(first.picture).toMatchObject(SIZE);
    expect(first.category).toBe('upper');
    expect(first.timings).toHaveProperty('total');
    expect(first.quality.score).toBeGreaterThan(0);
    let changed = 0;
    for (let i = 0; i < first.picture.data.length; i++) {
      if (first.picture.data[i] !== person.picture.data[i]) changed++;
    }
    expect(changed).toBeGreaterThan(0.02 * first.picture.data.length);
  });

  it('leaves the surroundings bit for bit', () => {
    const rows = [
      [0, SIZE.height * 0.08],
      [SIZE.height * 0.85, SIZE.height],
    ] as const;
    for (const [from, to] of rows) {
      const start = Math.ceil(from) * SIZE.width * 3;
      const end = Math.floor(to) * SIZE.width * 3;
      expect(first.picture.data.subarray(start, end)).toEqual(
        person.picture.data.subarray(start, end),
      );
    }
  });

  it('hands out the intermediate pictures when they are asked for', () => {
    expect(first.artifacts.map(({ name }) => name)).toEqual([
      'person_mask',
      'person_parts',
      'pose',
      'garment_mask',
      'warped_garment',
      'controls/pose',
      'controls/seg',
      'controls/edge',
      'controls/depth',
      'controls/normal',
    ]);
    for (const { picture } of first.artifacts) {
      expect(picture.width / picture.height).toBeCloseTo(0.75, 2);
    }
  });

  it('gives the same bytes for the same input, and warns of several people', async () => {
    const crowd: PoseEstimator = async (picture, signal) => ({
      ...(await truePose(picture, signal)),
      peopleCount: 3,
    });
    const second = await runTryOn(input(), context({ poseEstimator: crowd }));
    expect(second.picture.data).toEqual(first.picture.data);
    expect(second.quality).toEqual(first.quality);
    expect(second.warnings).toContain('SEVERAL_PEOPLE');
    expect(second.artifacts).toEqual([]);
  });

  it('dresses legs and leaves the face bit for bit', async () => {
    const dressed = await runTryOn(
      input({ garment: trousers.picture, category: 'auto' }),
      context(),
    );
    expect(dressed.category).toBe('lower');
    let changed = 0;
    for (let pixel = 0; pixel < person.parts.data.length; pixel++) {
      const before = person.picture.data.subarray(pixel * 3, pixel * 3 + 3);
      const after = dressed.picture.data.subarray(pixel * 3, pixel * 3 + 3);
      if (person.parts.data[pixel] === PART.face) expect(after).toEqual(before);
      else if (after.some((value, channel) => value !== before[channel])) changed++;
    }
    expect(changed).toBeGreaterThan(0.05 * person.parts.data.length);
  });

  it('refuses what it cannot do', async () => {
    const off = pipelineConfigSchema.parse({ vton: { enabled: false } });
    await expect(runTryOn(input({ config: off }), context())).rejects.toMatchObject({
      code: 'PROVIDER_DISABLED',
    });
    const nobody: PoseEstimator = async (picture, signal) => ({
      ...(await truePose(picture, signal)),
      score: 0.1,
    });
    await expect(runTryOn(input(), context({ poseEstimator: nobody }))).rejects.toMatchObject({
      code: 'NO_PERSON',
    });
  });

  it('refuses a picture below the score that the configuration asks for', async () => {
    const config = pipelineConfigSchema.parse({
      work: { res_long: 512 },
      qa_thresholds: { refuse: 1 },
    });
    const flawed: PoseEstimator = async (picture, signal) => {
      const pose = await truePose(picture, signal);
      return { ...pose, landmarks: pose.landmarks.map((one) => ({ ...one, visibility: 0.65 })) };
    };
    await expect(
      runTryOn(input({ config }), context({ poseEstimator: flawed })),
    ).rejects.toMatchObject({ code: 'QUALITY_TOO_LOW', stage: 'quality' });
  });

  it('tries again below the warning score, never goes back in progress, and keeps the better', async () => {
    const strict = (max_retries: number) =>
      pipelineConfigSchema.parse({
        work: { res_long: 512 },
        qa_thresholds: { warn: 1 },
        retry: { max_retries },
      });
    const flared = { left_armpit: { x: 0.42, y: 0.5 }, right_armpit: { x: 0.58, y: 0.5 } };
    const awkward = { corrections: { ...NO_CORRECTIONS, garment_landmarks: flared } };
    const reached: number[] = [];
    const once = await runTryOn(input({ ...awkward, config: strict(0) }), context());
    const retried = await runTryOn(
      input({ ...awkward, config: strict(2) }),
      context({ onProgress: ({ progress }) => reached.push(progress) }),
    );
    expect(once.quality.attempts).toHaveLength(1);
    expect(retried.quality.attempts!.length).toBeGreaterThan(1);
    expect(retried.quality.attempts![0]).toEqual(once.quality.attempts![0]);
    expect(retried.quality.score).toBeGreaterThanOrEqual(once.quality.score);
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
  });

  it('ends a top as it is told to', async () => {
    const tucked = (tuck: 'in' | 'out') =>
      runTryOn(input({ corrections: { ...NO_CORRECTIONS, tuck } }), context());
    const [under, over] = [await tucked('in'), await tucked('out')];
    const waistband = person.parts.data.indexOf(PART['lower-clothes']);
    const rows = (from: number, to: number) => [
      (waistband + from * SIZE.width) * 3,
      (waistband + to * SIZE.width) * 3,
    ];
    const [start, end] = rows(4, 20);
    expect(under.picture.data.subarray(start, end)).not.toEqual(
      over.picture.data.subarray(start, end),
    );
  });

  it('stops between stages when it is told to', async () => {
    const abort = new AbortController();
    const running = runTryOn(
      input(),
      context({
        signal: abort.signal,
        onProgress: ({ stage }) => {
          if (stage === 'person-parsing') abort.abort();
        },
      }),
    );
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
