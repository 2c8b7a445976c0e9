import { smoothStep } from '../../../stages/warp/scalar.ts';

/** From where to where skin beside old cloth passes into what is drawn, in shoulder widths. */
export type Passage = readonly [drawn: number, kept: number];

/** How far skin is drawn anew, 0 to 1. @param away from the old cloth, in shoulder widths. */
export function drawnBy([drawn, kept]: Passage, away: number): number {
  return 1 - smoothStep(drawn, kept, away);
}
