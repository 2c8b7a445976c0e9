/** Steps that neighbours may differ by. */
const LARGEST_STEP = 4;

/**
 * The cheapest way around a closed curve: one of `choices` places at each of its points, neighbours
 * being bound together by the square of their distance.
 *
 * @param costs of every choice at every point, point by point.
 * @param stiffness cost of a step of one.
 * @returns the index of each point's choice.
 * @see Amini, Weymouth & Jain 1990, "Using Dynamic Programming for Solving Variational Problems in
 *   Vision".
 */
export function steadyOffsets(
  costs: Float32Array,
  choices: number,
  stiffness: number,
): Float32Array {
  const points = costs.length / choices;
  // Twice around, so that at half way there and back no end is felt.
  const length = 2 * points;
  const back = new Int8Array(length * choices);
  let before = Float64Array.from(costs.subarray(0, choices));
  let now = new Float64Array(choices);
  for (let t = 1; t < length; t++) {
    const row = (t % points) * choices;
    for (let choice = 0; choice < choices; choice++) {
      let least = Number.POSITIVE_INFINITY;
      let way = 0;
      const last = Math.min(choices - 1 - choice, LARGEST_STEP);
      for (let step = Math.max(-choice, -LARGEST_STEP); step <= last; step++) {
        const cost = before[choice + step]! + stiffness * step * step;
        if (cost >= least) continue;
        least = cost;
        way = step;
      }
      now[choice] = least + costs[row + choice]!;
      back[t * choices + choice] = way;
    }
    [before, now] = [now, before];
  }
  let choice = before.indexOf(Math.min(...before));
  const chosen = new Float32Array(points);
  for (let t = length - 1; t > 0; t--) {
    if (t >= points >> 1 && t < (points >> 1) + points) chosen[t % points] = choice;
    choice += back[t * choices + choice]!;
  }
  return chosen;
}
