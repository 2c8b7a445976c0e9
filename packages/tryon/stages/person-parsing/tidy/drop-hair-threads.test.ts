import { describe, expect, it } from 'vitest';
import { BACKGROUND, HAIR, SKIN, UPPER } from '../regions/region-priors.ts';
import { dropHairThreads } from './drop-hair-threads.ts';

const WIDTH = 40;
const EDGE = 20;
const NECK = { faceUp: -1.3, down: -0.1 };

/** What a thread of hair between neck and something else becomes, so many pixels wide and so light. */
function becomes(beside: number, thread: number, lightness: number, place = NECK): number {
  const labels = new Uint8Array(WIDTH).fill(beside);
  labels.fill(SKIN, 0, EDGE);
  labels.fill(HAIR, EDGE, EDGE + thread);
  const data = new Float32Array(WIDTH * 3);
  for (let x = 0; x < WIDTH; x++) {
    const isThread = x >= EDGE && x < EDGE + thread;
    data[x * 3] = isThread ? lightness : x < EDGE ? 40 : 85;
  }
  const plane = (value: number) => new Float32Array(WIDTH).fill(value);
  const body = { width: WIDTH, height: 1, down: plane(place.down), faceUp: plane(place.faceUp) };
  dropHairThreads(labels, { width: WIDTH, height: 1, data }, body);
  return labels[EDGE]!;
}

describe('a thread of hair down the side of a neck', () => {
  it('is the collar’s where it is the dark gap before it', () => {
    expect(becomes(UPPER, 3, 15)).toBe(UPPER);
  });

  it('is the skin’s edge where it is a mixture with the wall', () => {
    expect(becomes(BACKGROUND, 2, 60)).toBe(SKIN);
  });

  it.each([
    ['lighter than the neck', UPPER, 3, 60, NECK],
    ['broad', UPPER, 8, 15, NECK],
    ['beside the face', UPPER, 3, 15, { faceUp: 0, down: -0.5 }],
    ['down on the chest', UPPER, 3, 15, { faceUp: -3, down: 0.4 }],
    ['of its own colour before the wall', BACKGROUND, 2, 10, NECK],
  ])('stays hair where it is %s', (_, beside, thread, lightness, place) => {
    expect(becomes(beside, thread, lightness, place)).toBe(HAIR);
  });
});
