import { pngChunk } from '@proteus/platform/pictures/testing/test-pictures.ts';
import type { HostilePicture, Verdict } from './hostile-input.ts';
import { DAMAGED, UNREADABLE } from './hostile-input.ts';
import { type TiffEntry, tiffFile } from './tiff-file.ts';
import type { ValidPictures } from './valid-pictures.ts';

/** Files whose headers say what is not so. */
export function lyingPictures(valid: ValidPictures): readonly HostilePicture[] {
  return [
    ...pngs(valid),
    ...jpegs(valid),
    ...gifs(valid),
    ...webps(valid),
    ...heifs(valid),
    ...tiffs(),
  ];
}

const TOO_LARGE: readonly Verdict[] = ['IMAGE_TOO_MANY_PIXELS'];

function patched(
  bytes: Uint8Array<ArrayBuffer>,
  patch: (view: DataView, copy: Uint8Array<ArrayBuffer>) => void,
): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer), copy);
  return copy;
}

function pngs({ png }: ValidPictures): HostilePicture[] {
  const sizes: readonly (readonly [number, number, readonly Verdict[]])[] = [
    [0, 80, UNREADABLE],
    [96, 0, UNREADABLE],
    [0xffff_ffff, 0xffff_ffff, TOO_LARGE],
    [0x7fff_ffff, 1, TOO_LARGE],
    [65_535, 65_535, TOO_LARGE],
    [7_072, 7_072, TOO_LARGE],
    // Within the limits, and still not true: the pixels are not there.
    [7_000, 7_000, UNREADABLE],
    [96, 400_000, UNREADABLE],
  ];
  const claims = sizes.map(([width, height, verdicts]) => {
    const header = png.slice(16, 29);
    new DataView(header.buffer).setUint32(0, width);
    new DataView(header.buffer).setUint32(4, height);
    const bytes = Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)]);
    return { name: `png that claims ${width} × ${height}`, bytes: new Uint8Array(bytes), verdicts };
  });
  const depth = png.slice(16, 29);
  depth[8] = 7;
  return [
    ...claims,
    {
      name: 'png with 7 bits a sample',
      bytes: new Uint8Array(
        Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', depth), png.subarray(33)]),
      ),
      verdicts: UNREADABLE,
    },
    {
      name: 'png with a chunk of four gigabytes',
      bytes: patched(png, (view) => view.setUint32(33, 0xffff_fff0)),
      verdicts: UNREADABLE,
    },
  ];
}

function jpegs({ jpeg }: ValidPictures): HostilePicture[] {
  const frame = startOfFrame(jpeg);
  const frameWith = (offset: number, value: number) =>
    patched(jpeg, (_view, copy) => {
      copy[frame + offset] = value;
    });
  const sized = (height: number, width: number) =>
    patched(jpeg, (view) => {
      view.setUint16(frame + 5, height);
      view.setUint16(frame + 7, width);
    });
  return [
    { name: 'jpeg that claims 65535 × 65535', bytes: sized(65_535, 65_535), verdicts: TOO_LARGE },
    { name: 'jpeg that claims 7000 × 7000', bytes: sized(7_000, 7_000), verdicts: DAMAGED },
    { name: 'jpeg without a height', bytes: sized(0, 96), verdicts: UNREADABLE },
    { name: 'jpeg sampled 15 × 15', bytes: frameWith(11, 0xff), verdicts: UNREADABLE },
    { name: 'jpeg sampled 0 × 0', bytes: frameWith(11, 0), verdicts: UNREADABLE },
    { name: 'jpeg with 255 components', bytes: frameWith(9, 255), verdicts: UNREADABLE },
    { name: 'jpeg with no components', bytes: frameWith(9, 0), verdicts: UNREADABLE },
    { name: 'jpeg with 12 bits a sample', bytes: frameWith(4, 12), verdicts: UNREADABLE },
    { name: 'jpeg coded arithmetically', bytes: frameWith(1, 0xc9), verdicts: DAMAGED },
    { name: 'jpeg coded without loss', bytes: frameWith(1, 0xc3), verdicts: UNREADABLE },
    {
      name: 'jpeg of nothing but markers',
      bytes: new Uint8Array(100_000).fill(0xff).fill(0xd8, 1, 2),
      verdicts: UNREADABLE,
    },
  ];
}

function startOfFrame(jpeg: Uint8Array): number {
  for (let at = 2; at + 4 < jpeg.length; at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!) {
    if (jpeg[at + 1] === 0xc0) return at;
  }
  throw new Error('the jpeg has no baseline frame');
}

function gifs({ gif }: ValidPictures): HostilePicture[] {
  const screen = (width: number, height: number) =>
    patched(gif, (view) => {
      view.setUint16(6, width, true);
      view.setUint16(8, height, true);
    });
  return [
    { name: 'gif with a screen of 65535²', bytes: screen(65_535, 65_535), verdicts: TOO_LARGE },
    { name: 'gif with a screen of 0 × 0', bytes: screen(0, 0), verdicts: UNREADABLE },
    { name: 'gif whose frame is outside', bytes: screen(20, 20), verdicts: DAMAGED },
  ];
}

function webps(valid: ValidPictures): HostilePicture[] {
  const lossy = patched(valid.webp, (view) => view.setUint32(26, 0x3fff_3fff, true));
  const lossless = patched(valid['webp lossless'], (view) => view.setUint32(21, 0x0fff_ffff, true));
  const length = patched(valid.webp, (view) => view.setUint32(4, 0xffff_fff0, true));
  return [
    { name: 'webp that claims 16383 × 16383', bytes: lossy, verdicts: TOO_LARGE },
    { name: 'lossless webp that claims 16384 × 16384', bytes: lossless, verdicts: TOO_LARGE },
    { name: 'webp with a length of four gigabytes', bytes: length, verdicts: DAMAGED },
  ];
}

function heifs({ avif, heic }: ValidPictures): HostilePicture[] {
  const files = { avif, heic };
  return Object.entries(files).flatMap(([kind, bytes]) => {
    const extent = Buffer.from(bytes).indexOf('ispe');
    const items = Buffer.from(bytes).indexOf('iloc');
    const sized = (width: number, height: number) =>
      patched(bytes, (view) => {
        view.setUint32(extent + 8, width);
        view.setUint32(extent + 12, height);
      });
    return [
      { name: `${kind} that claims 100000²`, bytes: sized(100_000, 100_000), verdicts: TOO_LARGE },
      { name: `${kind} that claims 0 × 0`, bytes: sized(0, 0), verdicts: UNREADABLE },
      { name: `${kind} that claims 6000²`, bytes: sized(6_000, 6_000), verdicts: DAMAGED },
      {
        name: `${kind} whose pixels lie nowhere`,
        bytes: patched(bytes, (_view, copy) => copy.fill(0xff, items + 14, items + 24)),
        verdicts: UNREADABLE,
      },
    ];
  });
}

function tiffs(): HostilePicture[] {
  const wrong: Readonly<Record<string, readonly TiffEntry[]>> = {
    'that claims 4294967295²': [
      { tag: 256, value: 0xffff_ffff },
      { tag: 257, value: 0xffff_ffff },
    ],
    'that claims 7000²': [
      { tag: 256, value: 7_000 },
      { tag: 257, value: 7_000 },
    ],
    'with 65535 samples a pixel': [{ tag: 277, value: 65_535 }],
    'with 64 bits a sample': [{ tag: 258, value: 64 }],
    'whose pixels lie outside': [{ tag: 273, value: 0x7fff_ffff }],
    'with a strip of four gigabytes': [{ tag: 279, value: 0xffff_ffff }],
    'with a billion strips': [{ tag: 273, count: 1_000_000_000, value: 400 }],
    'coded as fax': [{ tag: 259, value: 4 }],
    'coded as jpeg': [{ tag: 259, value: 7 }],
    'coded as nobody knows': [{ tag: 259, value: 54_321 }],
    'with tiles of no width': [
      { tag: 322, value: 0 },
      { tag: 323, value: 0 },
      { tag: 324, value: 400 },
      { tag: 325, value: 1024 },
    ],
    'with a profile that lies outside': [{ tag: 34_675, type: 7, count: 99_999_999, value: 8 }],
  };
  const loop = tiffFile([], 8);
  const outside = patched(loop, (view) => view.setUint32(4, 0xffff_fff0, true));
  return [
    ...Object.entries(wrong).map(([what, entries]) => ({
      name: `tiff ${what}`,
      bytes: tiffFile(entries),
      verdicts: DAMAGED,
    })),
    { name: 'tiff whose directories go in a circle', bytes: loop, verdicts: DAMAGED },
    { name: 'tiff whose directory lies outside', bytes: outside, verdicts: UNREADABLE },
    {
      name: 'tiff that says it has 65535 entries',
      bytes: patched(loop, (view) => view.setUint16(8, 65_535, true)),
      verdicts: UNREADABLE,
    },
  ];
}
