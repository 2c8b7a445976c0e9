import { findIsoBox, type IsoBox, isoBoxes } from './iso-boxes.ts';

type Range = Pick<IsoBox, 'start' | 'end'>;

/** The property boxes of the primary picture; none when the file's structure is damaged. */
export function primaryProperties(bytes: DataView, meta: Range): readonly IsoBox[] {
  const primary = primaryItem(bytes, meta);
  const container = findIsoBox(bytes, meta, 'iprp');
  const properties = container && findIsoBox(bytes, container, 'ipco');
  if (primary === null || container === null || properties === null) return [];
  const all = [...isoBoxes(bytes, properties.start, properties.end)];
  const found: IsoBox[] = [];
  for (const box of isoBoxes(bytes, container.start, container.end)) {
    if (box.type !== 'ipma') continue;
    for (const index of associations(bytes, box, primary)) {
      const property = all[index - 1];
      if (property !== undefined) found.push(property);
    }
  }
  return found;
}

function primaryItem(bytes: DataView, meta: Range): number | null {
  const box = findIsoBox(bytes, meta, 'pitm');
  if (box === null || box.end - box.start < 6) return null;
  const isWide = bytes.getUint8(box.start) > 0;
  if (!isWide) return bytes.getUint16(box.start + 4);
  return box.end - box.start < 8 ? null : bytes.getUint32(box.start + 4);
}

/** Numbers (from 1) of the properties that an `ipma` box ties to an item. */
function associations(bytes: DataView, { start, end }: IsoBox, item: number): readonly number[] {
  if (end - start < 8) return [];
  const itemBytes = bytes.getUint8(start) > 0 ? 4 : 2;
  const indexBytes = bytes.getUint8(start + 3) & 1 ? 2 : 1;
  const count = bytes.getUint32(start + 4);
  let offset = start + 8;
  for (let entry = 0; entry < count; entry++) {
    if (offset + itemBytes + 1 > end) return [];
    const id = itemBytes === 4 ? bytes.getUint32(offset) : bytes.getUint16(offset);
    const length = bytes.getUint8(offset + itemBytes);
    const first = offset + itemBytes + 1;
    offset = first + length * indexBytes;
    if (offset > end) return [];
    if (id !== item) continue;
    // The highest bit says that the property is essential.
    return Array.from({ length }, (_, index) =>
      indexBytes === 2
        ? bytes.getUint16(first + index * 2) & 0x7fff
        : bytes.getUint8(first + index) & 0x7f,
    );
  }
  return [];
}
