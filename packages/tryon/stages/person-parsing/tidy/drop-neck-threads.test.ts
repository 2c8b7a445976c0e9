import { describe, expect, it } from 'vitest';
import { BACKGROUND, SKIN, UPPER } from '../regions/region-priors.ts';
import { dropNeckThreads } from './drop-neck-threads.ts';

const WIDTH = 40;
const EDGE = 20;

/** A row of neck up to `EDGE`, then so many pixels that the parse gave to the top, then the wall. */
function labelled(thread: number, lightness: number, down = -0.2): Uint8Array {
  const labels = new Uint8Array(WIDTH).fill(BACKGROUND);
  labels.fill(SKIN, 0, EDGE);
  labels.fill(UPPER, EDGE, EDGE + thread);
  const data = new Float32Array(WIDTH * 3);
  for (let x = 0; x < WIDTH; x++) {
    const isThread = x >= EDGE && x < EDGE + thread;
    data[x * 3] = isThread ? lightness : x < EDGE ? 70 : 92;
  }
  const body = { width: WIDTH, height: 1, down: new Float32Array(WIDTH).fill(down) };
  dropNeckThreads(labels, { width: WIDTH, height: 1, data }, body);
  return labels;
}

describe('a thread of the top between neck and wall', () => {
  it('is the skin’s edge where it is a mixture of both', () => {
    expect(labelled(2, 82).slice(EDGE, EDGE + 2)).toEqual(Uint8Array.of(SKIN, SKIN));
  });

  it.each([
    ['darker than both', 2, 20, -0.2],
    ['broader than an edge', 5, 82, -0.2],
    ['below the shoulders', 2, 82, 0.3],
  ])('stays the top’s where it is %s', (_, thread, lightness, down) => {
    expect(labelled(thread, lightness, down)[EDGE]).toBe(UPPER);
  });
});
