/** Cells a side and anchors in each cell, finest layer first. */
const LAYERS = [
  { cells: 28, perCell: 2 },
  { cells: 14, perCell: 2 },
  { cells: 7, perCell: 6 },
];

/** How many boxes the detector predicts. */
export const ANCHOR_COUNT = LAYERS.reduce(
  (sum, { cells, perCell }) => sum + cells * cells * perCell,
  0,
);

/**
 * Centres of the boxes that BlazePose's detector predicts, as shares of the square's side: x and y by turns.
 *
 * @see MediaPipe, `SsdAnchorsCalculator` with strides 8, 16, 32, 32, 32 and fixed anchor size.
 */
export function detectorAnchors(): Float32Array {
  const anchors = new Float32Array(ANCHOR_COUNT * 2);
  let at = 0;
  for (const { cells, perCell } of LAYERS) {
    for (let cell = 0; cell < cells * cells; cell++) {
      for (let copy = 0; copy < perCell; copy++) {
        anchors[at++] = ((cell % cells) + 0.5) / cells;
        anchors[at++] = (Math.floor(cell / cells) + 0.5) / cells;
      }
    }
  }
  return anchors;
}
