/** Draws numbers from 0 (inclusive) to 1 (exclusive). */
export type RandomSource = () => number;

/**
 * A reproducible random source (mulberry32): the same seed gives the same numbers everywhere.
 *
 * @param seed any integer; its lowest 32 bits count.
 */
export function createSeededRandom(seed: number): RandomSource {
  // Signed: a number that needs the 32nd bit would be put on the heap at every draw.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
