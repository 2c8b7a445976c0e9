/** One entry of a directory; `value` as the four bytes that stand in the file. */
export interface TiffEntry {
  readonly tag: number;
  readonly type?: number;
  readonly count?: number;
  readonly value: number;
}

export const LONG = 4;

/** What every readable picture of 32 by 32 grey pixels says. */
export const GREY_SQUARE: readonly TiffEntry[] = [
  { tag: 256, value: 32 },
  { tag: 257, value: 32 },
  { tag: 258, value: 8 },
  { tag: 259, value: 1 },
  { tag: 262, value: 1 },
  { tag: 273, value: 400 },
  { tag: 277, value: 1 },
  { tag: 278, value: 32 },
  { tag: 279, value: 1024 },
];

/**
 * A little-endian TIFF file with one directory and room for 32 by 32 grey pixels at offset 400.
 *
 * @param entries replace those of `GREY_SQUARE` with the same tag, or come on top.
 * @param next offset of the next directory; the first one stands at 8.
 */
export function tiffFile(entries: readonly TiffEntry[], next = 0): Uint8Array<ArrayBuffer> {
  const replaced = new Map([...GREY_SQUARE, ...entries].map((entry) => [entry.tag, entry]));
  const sorted = [...replaced.values()].sort((a, b) => a.tag - b.tag);
  const file = new Uint8Array(400 + 1024).fill(128, 400);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x49_49_2a_00);
  view.setUint32(4, 8, true);
  view.setUint16(8, sorted.length, true);
  for (const [index, { tag, type = LONG, count = 1, value }] of sorted.entries()) {
    const at = 10 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  }
  view.setUint32(10 + sorted.length * 12, next, true);
  return file;
}
