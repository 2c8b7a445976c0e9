import type { RgbaImage } from '@proteus/raster/types.ts';

const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const HEADER = 8;
const ENTRIES = 12;

/**
 * An uncompressed TIFF file of an image and its ICC profile: the way to hand pixels of another colour
 * space to sharp, which takes a profile with files only.
 *
 * @see Adobe, "TIFF Revision 6.0", 1992; ICC.1:2022, annex B.4.
 */
export function writeRgbaTiff(
  { width, height, data }: RgbaImage,
  iccProfile: Uint8Array,
): Uint8Array {
  const directory = HEADER;
  const bitsPerSample = directory + 2 + ENTRIES * 12 + 4;
  const profile = bitsPerSample + 8;
  const pixels = profile + iccProfile.length + (iccProfile.length % 2);
  const file = new Uint8Array(pixels + data.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x49_49_2a_00);
  view.setUint32(4, directory, true);
  view.setUint16(directory, ENTRIES, true);
  let entry = directory + 2;
  const write = (tag: number, type: number, count: number, value: number) => {
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, count, true);
    view.setUint32(entry + 8, value, true);
    entry += 12;
  };
  write(256, LONG, 1, width);
  write(257, LONG, 1, height);
  write(258, SHORT, 4, bitsPerSample);
  write(259, SHORT, 1, 1); // uncompressed
  write(262, SHORT, 1, 2); // RGB
  write(273, LONG, 1, pixels);
  write(277, SHORT, 1, 4);
  write(278, LONG, 1, height);
  write(279, LONG, 1, data.length);
  write(284, SHORT, 1, 1); // interleaved
  write(338, SHORT, 1, 2); // straight alpha
  write(34675, UNDEFINED, iccProfile.length, profile);
  for (let sample = 0; sample < 4; sample++) view.setUint16(bitsPerSample + sample * 2, 8, true);
  file.set(iccProfile, profile);
  file.set(data, pixels);
  return file;
}
