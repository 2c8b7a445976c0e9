import { seededRandom } from '../seeded-random.ts';
import { DAMAGED, type HostilePicture, UNREADABLE } from './hostile-input.ts';
import type { ValidPictures } from './valid-pictures.ts';

const FIRST_BYTES = [1, 4, 11, 12, 20, 40];
const SHARES = [0.1, 0.3, 0.5, 0.9];
const FLIPS = [1, 1, 3, 3, 20, 100];
/** Most of what decides over a decoder's memory stands at the beginning. */
const HEADER_BYTES = 64;

const MAGIC: Readonly<Record<string, string>> = {
  jpeg: '\xff\xd8\xff\xe0',
  png: '\x89PNG\r\n\x1a\n',
  gif: 'GIF89a',
  webp: 'RIFF\x00\x10\x00\x00WEBPVP8 ',
  avif: '\x00\x00\x00\x18ftypavif\x00\x00\x00\x00avifmif1',
  heic: '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic',
  tiff: 'II*\x00\x08\x00\x00\x00',
};

/** Files that were cut off, overwritten or made up behind a true beginning. */
export function damagedPictures(valid: ValidPictures): readonly HostilePicture[] {
  return [...cutOff(valid), ...withFlippedBits(valid), ...noiseBehindMagic()];
}

function cutOff(valid: ValidPictures): HostilePicture[] {
  return Object.entries(valid).flatMap(([kind, bytes]) => {
    const lengths = [...FIRST_BYTES, ...SHARES.map((share) => Math.floor(bytes.length * share))];
    return lengths.map((length) => ({
      name: `${kind} cut off after ${length} bytes`,
      bytes: bytes.slice(0, length),
      verdicts: length <= bytes.length / 2 ? UNREADABLE : DAMAGED,
    }));
  });
}

function withFlippedBits(valid: ValidPictures): HostilePicture[] {
  const random = seededRandom(2);
  return Object.entries(valid).flatMap(([kind, bytes]) =>
    FLIPS.map((flips, index) => {
      const flipped = bytes.slice();
      const reach = index % 2 === 0 ? Math.min(HEADER_BYTES, bytes.length) : bytes.length;
      for (let flip = 0; flip < flips; flip++) {
        flipped[Math.floor(random() * reach)]! ^= 1 << Math.floor(random() * 8);
      }
      const name = `${kind} with ${flips} flipped bits in its first ${reach} bytes`;
      return { name, bytes: flipped, verdicts: DAMAGED };
    }),
  );
}

function noiseBehindMagic(): HostilePicture[] {
  const random = seededRandom(3);
  return Object.entries(MAGIC).flatMap(([kind, magic]) =>
    [64, 5_000, 200_000].map((length) => {
      const noise = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(magic, 'latin1'), noise]));
      return {
        name: `${kind} beginning and ${length} bytes of noise`,
        bytes,
        verdicts: UNREADABLE,
      };
    }),
  );
}
