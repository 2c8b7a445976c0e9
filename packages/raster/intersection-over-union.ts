/** Some labels of a label map, one byte a pixel. */
export interface LabelSelection {
  readonly data: Uint8Array;
  readonly labels: readonly number[];
}

function selected({ labels }: LabelSelection): Uint8Array {
  const table = new Uint8Array(256);
  for (const label of labels) table[label] = 1;
  return table;
}

/**
 * Intersection over union of what two label maps of the same size say of one thing, each with its
 * own numbers for it.
 *
 * @returns 0 to 1; NaN when neither map shows any of it.
 */
export function intersectionOverUnion(truth: LabelSelection, found: LabelSelection): number {
  const inTruth = selected(truth);
  const inFound = selected(found);
  let both = 0;
  let either = 0;
  for (let i = 0; i < truth.data.length; i++) {
    const a = inTruth[truth.data[i]!]!;
    const b = inFound[found.data[i]!]!;
    both += a & b;
    either += a | b;
  }
  return both / either;
}
