import type { Size } from '@proteus/raster/types.ts';

/** Start-of-frame markers: C0 to CF without DHT (C4), JPG (C8) and DAC (CC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Restart markers, SOI and TEM stand alone; every other segment has a length. */
function standsAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
}

/** The size in the first frame header; null when there is none before the pixels. */
export function jpegSize(bytes: DataView): Size | null {
  let offset = 2;
  while (offset + 9 <= bytes.byteLength) {
    if (bytes.getUint8(offset) !== 0xff) return null;
    const marker = bytes.getUint8(offset + 1);
    if (marker === 0xff) offset += 1;
    else if (standsAlone(marker)) offset += 2;
    else if (isStartOfFrame(marker)) {
      return { width: bytes.getUint16(offset + 7), height: bytes.getUint16(offset + 5) };
    } else if (marker === 0xd9 || marker === 0xda || marker === 0x00) return null;
    else {
      const length = bytes.getUint16(offset + 2);
      if (length < 2) return null;
      offset += 2 + length;
    }
  }
  return null;
}
