import type { Size } from '@proteus/raster/types.ts';
import { primaryProperties } from './heif-properties.ts';
import { findIsoBox, fourLetters, type IsoBox, isoBoxes } from './iso-boxes.ts';

/** What a HEIF file says of its primary picture. */
export interface HeifHeader extends Size {
  readonly type: 'avif' | 'heic';
  /** The embedded ICC profile, if there is one. */
  readonly iccProfile: Uint8Array | null;
}

const AVIF_BRANDS = new Set(['avif', 'avis']);
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
/** Files name a handful. */
const MOST_BRANDS = 32;
const GENERIC_BRANDS = new Set(['mif1', 'mif2', 'msf1']);

/** Which of the two formats a file's brands name; null when it is something else (a film, say). */
export function heifType(bytes: DataView): 'avif' | 'heic' | null {
  const brands = fileBrands(bytes);
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif';
  if (brands.some((brand) => HEIC_BRANDS.has(brand) || GENERIC_BRANDS.has(brand))) return 'heic';
  return null;
}

/**
 * Size and colour profile of the primary picture; null when the file does not tell.
 *
 * @see ISO/IEC 23008-12 (HEIF), sections 6.5.3 (`ispe`) and 9.3 (`ipma`).
 */
export function heifHeader(bytes: DataView): HeifHeader | null {
  const type = heifType(bytes);
  const file = { start: 0, end: bytes.byteLength };
  const meta = findIsoBox(bytes, file, 'meta');
  if (type === null || meta === null || meta.end - meta.start < 4) return null;
  let size: Size | null = null;
  let iccProfile: Uint8Array | null = null;
  for (const property of primaryProperties(bytes, { ...meta, start: meta.start + 4 })) {
    if (property.type === 'ispe') size ??= spatialExtent(bytes, property);
    else if (property.type === 'colr') iccProfile ??= colourProfile(bytes, property);
  }
  return size === null ? null : { type, ...size, iccProfile };
}

function fileBrands(bytes: DataView): readonly string[] {
  const [first] = isoBoxes(bytes, 0, bytes.byteLength);
  if (first?.type !== 'ftyp') return [];
  const brands: string[] = [];
  const end = Math.min(first.end, first.start + MOST_BRANDS * 4);
  for (let offset = first.start; offset + 4 <= end; offset += 4) {
    const isVersion = offset === first.start + 4;
    if (!isVersion) brands.push(fourLetters(bytes, offset));
  }
  return brands;
}

function spatialExtent(bytes: DataView, { start, end }: IsoBox): Size | null {
  if (end - start < 12) return null;
  return { width: bytes.getUint32(start + 4), height: bytes.getUint32(start + 8) };
}

function colourProfile(bytes: DataView, { start, end }: IsoBox): Uint8Array | null {
  if (end - start < 4) return null;
  const kind = fourLetters(bytes, start);
  if (kind !== 'prof' && kind !== 'rICC') return null;
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start + 4, end - start - 4);
}
