/** A box of an ISO base media file: four letters, and the range of its content. */
export interface IsoBox {
  readonly type: string;
  /** Offsets in the file, the end excluded. */
  readonly start: number;
  readonly end: number;
}

/** Far more than any camera writes, and few enough to look at. */
const MOST_BOXES = 4096;

/** The boxes between two offsets, in order; stops at the first that does not fit. */
export function* isoBoxes(bytes: DataView, from: number, to: number): Generator<IsoBox> {
  let offset = from;
  for (let count = 0; count < MOST_BOXES && offset + 8 <= to; count++) {
    const size = bytes.getUint32(offset);
    const isLarge = size === 1;
    if (isLarge && offset + 16 > to) return;
    const length = isLarge
      ? Number(bytes.getBigUint64(offset + 8))
      : size === 0
        ? to - offset
        : size;
    const header = isLarge ? 16 : 8;
    if (length < header || offset + length > to) return;
    yield { type: fourLetters(bytes, offset + 4), start: offset + header, end: offset + length };
    offset += length;
  }
}

/** The first box of a type between two offsets. */
export function findIsoBox(
  bytes: DataView,
  { start, end }: Pick<IsoBox, 'start' | 'end'>,
  type: string,
): IsoBox | null {
  for (const box of isoBoxes(bytes, start, end)) if (box.type === type) return box;
  return null;
}

/** Four bytes as letters. */
export function fourLetters(bytes: DataView, offset: number): string {
  return String.fromCharCode(
    bytes.getUint8(offset),
    bytes.getUint8(offset + 1),
    bytes.getUint8(offset + 2),
    bytes.getUint8(offset + 3),
  );
}
