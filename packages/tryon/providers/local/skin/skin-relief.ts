/** A soft ridge (positive depth) or furrow (negative) between two places of the bare trunk. */
interface Fold {
  /** Ends: across in shoulder widths from the middle, down in torso lengths from the shoulders. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Half its width in shoulder widths. */
  readonly spread: number;
  readonly depth: number;
}

/** What the right half of a trunk shows under even light; the left half mirrors it. */
const FOLDS: readonly Fold[] = [
  // Collar bone, the shade under it, the hollow over it and the one between both.
  { from: [0.05, -0.025], to: [0.36, -0.085], spread: 0.016, depth: 0.05 },
  { from: [0.07, 0.005], to: [0.3, -0.045], spread: 0.02, depth: -0.022 },
  { from: [0.1, -0.07], to: [0.34, -0.12], spread: 0.028, depth: -0.06 },
  { from: [0, -0.045], to: [0, -0.025], spread: 0.026, depth: -0.09 },
  // The neck's long muscle, from there to behind the jaw.
  { from: [0.028, -0.05], to: [0.115, -0.2], spread: 0.017, depth: 0.035 },
  // Breastbone, the line down the belly, the navel.
  { from: [0, 0.1], to: [0, 0.36], spread: 0.04, depth: -0.02 },
  { from: [0, 0.4], to: [0, 0.74], spread: 0.025, depth: -0.035 },
  { from: [0, 0.765], to: [0, 0.785], spread: 0.011, depth: -0.2 },
  { from: [0, 0.775], to: [0, 0.79], spread: 0.03, depth: -0.05 },
  // The edge of the ribs and of the belly's straight muscles.
  { from: [0.06, 0.46], to: [0.3, 0.62], spread: 0.04, depth: -0.02 },
  { from: [0.2, 0.55], to: [0.16, 0.95], spread: 0.035, depth: -0.025 },
];
/** Beyond this many half widths a fold is not seen. */
const REACH = 3;

/**
 * Tells the brightness, around 1, that bones and muscles under the skin give the bare trunk, at a
 * place in shoulder widths from the middle and torso lengths below the shoulder joints.
 *
 * @param lengthInWidths the torso's length in shoulder widths.
 */
export function createTrunkRelief(
  lengthInWidths: number,
): (across: number, down: number) => number {
  const folds = FOLDS.map(({ from, to, spread, depth }) => {
    const [fromX, fromY] = [from[0], from[1] * lengthInWidths];
    const [dx, dy] = [to[0] - fromX, to[1] * lengthInWidths - fromY];
    return { fromX, fromY, dx, dy, length: dx * dx + dy * dy, width: spread * spread, depth };
  });
  return (across, down) => {
    const x = Math.abs(across);
    const y = down * lengthInWidths;
    let brightness = 1;
    for (const { fromX, fromY, dx, dy, length, width, depth } of folds) {
      const share = ((x - fromX) * dx + (y - fromY) * dy) / length;
      const place = share < 0 ? 0 : share > 1 ? 1 : share;
      const awayX = x - fromX - dx * place;
      const awayY = y - fromY - dy * place;
      const squared = (awayX * awayX + awayY * awayY) / width;
      if (squared < REACH * REACH) brightness += depth * Math.exp(-squared / 2);
    }
    return brightness;
  };
}
