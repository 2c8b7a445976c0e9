import { PART, PERSON_PARTS } from '@proteus/contracts/person-parts.ts';
import { LANDMARK, POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { describe, expect, it } from 'vitest';
import { renderPerson, SAMPLE_PEOPLE, type SamplePerson } from './people.ts';

const SIZE = { width: 144, height: 192 };
const drawn = new Map<string, SamplePerson>(
  SAMPLE_PEOPLE.map((spec) => [spec.name, renderPerson(spec, SIZE)]),
);

function partAt({ parts }: SamplePerson, index: number, sample: SamplePerson): number {
  const { x, y } = sample.landmarks[index]!;
  return parts.data[Math.round(y) * parts.width + Math.round(x)]!;
}

function pixelsOf({ parts }: SamplePerson, part: number): number {
  return parts.data.reduce((count, label) => count + (label === part ? 1 : 0), 0);
}

describe.each([...drawn])('the sample person %s', (name, person) => {
  const spec = SAMPLE_PEOPLE.find((each) => each.name === name)!;

  it('has a picture and parts of the size asked for, and all landmarks', () => {
    expect(person.picture).toMatchObject(SIZE);
    expect(person.picture.data).toHaveLength(SIZE.width * SIZE.height * 3);
    expect(person.parts.data).toHaveLength(SIZE.width * SIZE.height);
    expect(person.landmarks).toHaveLength(POSE_LANDMARKS.length);
    expect(Math.max(...person.parts.data)).toBeLessThan(PERSON_PARTS.length);
  });

  it('shows face, hair, clothes and both hands, and background all around', () => {
    for (const part of ['face', 'hair', 'upper-clothes', 'left-hand', 'right-hand'] as const) {
      expect(pixelsOf(person, PART[part]), part).toBeGreaterThan(4);
    }
    if (spec.lower !== null) expect(pixelsOf(person, PART['lower-clothes'])).toBeGreaterThan(100);
    expect(pixelsOf(person, PART.background)).toBeGreaterThan(0.4 * person.parts.data.length);
  });

  it('has its visible landmarks on their own parts', () => {
    const on = (index: number, ...parts: readonly number[]) => {
      if (person.landmarks[index]!.visible) expect(parts).toContain(partAt(person, index, person));
    };
    const { face, hair } = PART;
    const upper = PART['upper-clothes'];
    const lower = PART['lower-clothes'];
    on(LANDMARK.nose, face);
    on(LANDMARK['left-eye'], face);
    on(LANDMARK['mouth-right'], face);
    on(LANDMARK['left-ear'], face, hair);
    for (const side of ['left', 'right'] as const) {
      const arm = [PART[`${side}-upper-arm`], PART[`${side}-forearm`], PART[`${side}-hand`]];
      on(LANDMARK[`${side}-shoulder`], upper, PART['torso-skin'], hair, ...arm);
      on(LANDMARK[`${side}-elbow`], upper, ...arm);
      on(LANDMARK[`${side}-wrist`], upper, ...arm);
      on(LANDMARK[`${side}-hip`], upper, lower, ...arm);
      on(LANDMARK[`${side}-knee`], lower, upper, PART[`${side}-leg`]);
      on(LANDMARK[`${side}-ankle`], lower, PART[`${side}-leg`], PART[`${side}-shoe`]);
    }
  });

  it('faces the camera with the left side at the right of the picture', () => {
    const x = (part: (typeof POSE_LANDMARKS)[number]) => person.landmarks[LANDMARK[part]]!.x;
    expect(x('left-shoulder')).toBeGreaterThan(x('right-shoulder'));
    expect(x('left-hip')).toBeGreaterThan(x('right-hip'));
    expect(x('left-eye')).toBeGreaterThan(x('right-eye'));
  });
});

describe('the sample people', () => {
  it('are drawn the same twice', () => {
    const spec = SAMPLE_PEOPLE[0]!;
    expect(renderPerson(spec, SIZE).picture.data).toEqual(drawn.get(spec.name)!.picture.data);
  });

  it('scale with the picture', () => {
    const spec = SAMPLE_PEOPLE[0]!;
    const twice = renderPerson(spec, { width: 2 * SIZE.width, height: 2 * SIZE.height });
    for (const [i, { x, y }] of drawn.get(spec.name)!.landmarks.entries()) {
      expect(twice.landmarks[i]!.x).toBeCloseTo(2 * x + 0.5, 6);
      expect(twice.landmarks[i]!.y).toBeCloseTo(2 * y + 0.5, 6);
    }
  });

  it('differ in skin, cut of clothes and stance', () => {
    expect(SAMPLE_PEOPLE.length).toBeGreaterThanOrEqual(6);
    expect(new Set(SAMPLE_PEOPLE.map((spec) => spec.name)).size).toBe(SAMPLE_PEOPLE.length);
    expect(new Set(SAMPLE_PEOPLE.map((spec) => spec.skin.join())).size).toBe(SAMPLE_PEOPLE.length);
    const sleeves = new Set(SAMPLE_PEOPLE.map((spec) => spec.upper.sleeve));
    expect([...sleeves].sort()).toEqual(['long', 'none', 'short']);
    const lower = new Set(SAMPLE_PEOPLE.map((spec) => spec.lower?.kind ?? 'dress'));
    expect([...lower].sort()).toEqual(['dress', 'shorts', 'skirt', 'trousers']);
  });
});
