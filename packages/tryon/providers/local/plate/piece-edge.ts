/** How a piece of something else ends on a limb. */
export interface PieceEdge {
  /** How much further off the limb's tone it is at its rim than the limb beside it, by how far off it is on the mean; 0 where no limb lies beside. */
  readonly sharpness: number;
  /** How much redder than the limb it is on the mean, steps of a*. */
  readonly red: number;
}

/**
 * How each piece ends, by its label.
 *
 * @param labels of the pieces, 0 = none; `pieces` is the highest.
 * @param offTone by pixel; NaN where there is no limb, or it tells nothing.
 * @param redness steps of a* over the limb's tone, by pixel.
 */
export function measureEdges(
  offTone: Float32Array,
  redness: Float32Array,
  labels: Int32Array,
  pieces: number,
  width: number,
): readonly PieceEdge[] {
  const off = new Float64Array(pieces + 1);
  const red = new Float64Array(pieces + 1);
  const area = new Uint32Array(pieces + 1);
  const change = new Float64Array(pieces + 1);
  const rim = new Uint32Array(pieces + 1);
  const steps = [-1, 1, -width, width];
  for (let pixel = 0; pixel < labels.length; pixel++) {
    const label = labels[pixel]!;
    if (label === 0) continue;
    if (!Number.isNaN(offTone[pixel]!)) {
      off[label]! += offTone[pixel]!;
      red[label]! += redness[pixel]!;
      area[label]!++;
    }
    for (const step of steps) {
      if (labels[pixel + step] === label) continue;
      const fall = offTone[pixel - step]! - offTone[pixel + 2 * step]!;
      if (Number.isNaN(fall)) continue;
      change[label]! += fall;
      rim[label]!++;
    }
  }
  return Array.from(change, (sum, label) => ({
    sharpness:
      rim[label] === 0 ? 0 : (sum / rim[label]!) * (area[label]! / Math.max(1, off[label]!)),
    red: area[label] === 0 ? 0 : red[label]! / area[label]!,
  }));
}
