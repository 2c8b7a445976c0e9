import { median } from '../../../stages/warp/scalar.ts';

/** An edge's own course is the median over so many columns to both sides, evened over half as many. */
const AROUND = 8;
/** What departs from it no further, in pixels, is a tooth. */
export const DEEPEST_TOOTH = 3;

/**
 * An edge by column without the teeth that a parse has where what it parts looks alike.
 *
 * @param rows of the edge by column; `none` where there is none.
 * @returns rows between the pixels; NaN where there is none, or where it really steps (a loop, a flap).
 */
export function evenEdge(rows: Float64Array, none: number): Float64Array {
  const around = (values: Float64Array, x: number, half: number) =>
    values.subarray(Math.max(0, x - half), x + half + 1);
  const medians = rows.map((row, x) => {
    const usual = median([...around(rows, x, AROUND)]);
    return row === none || Math.abs(usual - row) > DEEPEST_TOOTH ? Number.NaN : usual;
  });
  return medians.map((_, x) => {
    const near = around(medians, x, AROUND / 2);
    return near.reduce((sum, row) => sum + row, 0) / near.length;
  });
}
