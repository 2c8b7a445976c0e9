/**
 * Spearman's rank correlation; equal values share their mean rank.
 *
 * @returns -1 to 1; NaN where one side is all the same or there are fewer than two.
 * @see Spearman 1904, "The Proof and Measurement of Association between Two Things".
 */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const x = ranksOf(a);
  const y = ranksOf(b);
  const middle = (a.length + 1) / 2;
  let products = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - middle;
    const dy = y[i]! - middle;
    products += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  return products / Math.sqrt(squaresX * squaresY);
}

function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((i, j) => values[i]! - values[j]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
