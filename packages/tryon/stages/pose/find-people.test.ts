import type { PersonDetection } from '@proteus/neural/networks/person-detector.ts';
import { describe, expect, it } from 'vitest';
import { findPeople } from './find-people.ts';

const { signal } = new AbortController();
const PICTURE = { width: 300, height: 400, data: new Uint8Array(300 * 400 * 3) };

function detection(overrides: Partial<PersonDetection>): PersonDetection {
  return {
    score: 0.9,
    centreX: 0.5,
    centreY: 0.3,
    width: 0.2,
    height: 0.2,
    hipX: 0.5,
    hipY: 0.5,
    circleX: 0.5,
    circleY: 0.1,
    ...overrides,
  };
}

/** A detector that gives its answers one after the other, the last one for ever. */
function createDetector(answers: readonly (readonly PersonDetection[])[]) {
  let run = 0;
  return {
    runs: () => run,
    run: async () => answers[Math.min(run++, answers.length - 1)]!,
  };
}

describe('findPeople', () => {
  it('frames the whole body, in pixels of the picture', async () => {
    const [person] = await findPeople(createDetector([[detection({})]]), PICTURE, signal);
    expect(person!.frame.centreX).toBeCloseTo(149.5, 6);
    expect(person!.frame.centreY).toBeCloseTo(199.5, 6);
    expect(person!.frame.size).toBeCloseTo(2 * 0.4 * 400 * 1.25, 6);
    expect(person!.frame.rotation).toBeCloseTo(0, 9);
  });

  it('puts the largest person first, not the surest', async () => {
    const small = detection({ score: 0.99, hipX: 0.2, circleX: 0.2, circleY: 0.4 });
    const people = await findPeople(createDetector([[small, detection({})]]), PICTURE, signal);
    expect(people.map(({ score }) => score)).toEqual([0.9, 0.99]);
  });

  it('takes nobody for a person who stands on the head', async () => {
    const upsideDown = detection({ circleY: 0.9 });
    expect(await findPeople(createDetector([[upsideDown]]), PICTURE, signal)).toEqual([]);
  });

  it('searches parts of the picture when the whole shows nobody, and counts one person once', async () => {
    const detector = createDetector([
      [],
      [detection({ score: 0.8 })],
      [detection({ score: 0.6 })],
      [],
    ]);
    const people = await findPeople(detector, PICTURE, signal);
    expect(detector.runs()).toBeGreaterThan(4);
    expect(people).toHaveLength(1);
    expect(people[0]!.frame.size).toBeCloseTo(2 * 0.4 * 200 * 1.25, 6);
  });
});
