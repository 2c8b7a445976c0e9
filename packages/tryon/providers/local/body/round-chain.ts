import { mix } from '../../../stages/warp/scalar.ts';
import type { CapsuleEnd } from './capsules.ts';

/** Cross-sections from one to the next. */
const STEPS = 2;

/** Value of the cubic through `b` (at 0) and `c` (at 1) that runs on smoothly from `a` and to `d`. */
function throughFour(a: number, b: number, c: number, d: number, place: number): number {
  const first = c - a;
  const second = 2 * a - 5 * b + 4 * c - d;
  const third = 3 * (b - c) + d - a;
  return b + 0.5 * place * (first + place * (second + place * third));
}

/**
 * Puts cross-sections between those of a limb, on smooth curves through them: no limb has corners.
 *
 * @see Catmull & Rom 1974, "A class of local interpolating splines".
 */
export function roundChain(chain: readonly CapsuleEnd[]): CapsuleEnd[] {
  const rounded: CapsuleEnd[] = [];
  for (let i = 0; i + 1 < chain.length; i++) {
    const from = chain[i]!;
    const to = chain[i + 1]!;
    const before = chain[i - 1] ?? from;
    const after = chain[i + 2] ?? to;
    for (let step = 0; step < STEPS; step++) {
      const place = step / STEPS;
      const at = (key: 'x' | 'y' | 'radius') =>
        throughFour(before[key], from[key], to[key], after[key], place);
      const along = mix(from.along, to.along, place);
      rounded.push({ x: at('x'), y: at('y'), radius: at('radius'), along });
    }
  }
  return [...rounded, chain.at(-1)!];
}
