/** Sums of L*, a* and b*, of L*², and how many colours they are of. */
export interface ColourMean {
  readonly sums: [number, number, number];
  squares: number;
  count: number;
}

export function createMean(): ColourMean {
  return { sums: [0, 0, 0], squares: 0, count: 0 };
}

/** Adds the colour of a pixel. @param lab interleaved. */
export function addTo(mean: ColourMean, lab: Float32Array, pixel: number): void {
  for (let k = 0; k < 3; k++) mean.sums[k]! += lab[3 * pixel + k]!;
  mean.squares += lab[3 * pixel]! ** 2;
  mean.count++;
}
