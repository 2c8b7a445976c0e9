import { PART } from '@proteus/contracts/person-parts.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import type { Mask, RgbImage } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { acrossFrame, belowShoulders } from '../../../stages/warp/body/frame-coordinates.ts';
import { clamp, mix } from '../../../stages/warp/scalar.ts';
import { waistbandRelief } from '../light/waistband-relief.ts';
import { partMask } from '../part-mask.ts';
import { columnColours } from './column-colours.ts';
import { type WaistEdge, waistEdgeAt } from './hidden-waist.ts';
import { fillFromRegion, readFill } from './region-fill.ts';

/**
 * Writes the colour of the lower clothes at a pixel under the old top, r, g, b from 0 to 255: their
 * texture's, or without one a colour that is read off them.
 */
export type LowerContinuation = (
  pixel: number,
  texture: RgbImage | null,
  colour: Float32Array,
) => void;

/** Lower clothes this close to anything else mix with it, in pixels. */
const RIM = 4;
/** The visible cloth's own folds are carried up this far, in shoulder widths, and no further. */
const FOLDS_REACH = 0.12;
/** Without them each column has its mean colour over this height, this soft across, in shoulder widths. */
const DEPTH = 0.3;
const SOFTNESS = 0.05;
/** A loose top shades the lower clothes this far below its hem, in shoulder widths. */
const SHADED = 0.35;
/** Detail that is mirrored up from the visible cloth is its texture, no pocket and no fly. */
const FINEST = 7;

/** The first known row of each column, as even as a hem is; null where there is none. */
function firstRows({ width, height, data }: Mask): Float32Array | null {
  const rows = new Float32Array(width).fill(Number.NaN);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (data[y * width + x] === 0) continue;
      rows[x] = y;
      break;
    }
  }
  const first = rows.findIndex((row) => !Number.isNaN(row));
  if (first < 0) return null;
  rows.fill(rows[first]!, 0, first);
  for (let x = first + 1; x < width; x++) if (Number.isNaN(rows[x]!)) rows[x] = rows[x - 1]!;
  return rows;
}

/** A mask without what lies within a reach of another one. */
function knownBeyond(known: Mask, other: Mask, reach: number): Mask {
  const near = dilate(other, reach).data;
  const { width, height } = known;
  const data = known.data.slice();
  for (let i = 0; i < data.length; i++) if (near[i] !== 0) data[i] = 0;
  return { width, height, data };
}

/**
 * Continues trousers or a skirt up under the old top, in their own colour and texture; where the
 * top hid the waistband, one is drawn.
 *
 * @param rim the old top's shadow lies on the lower clothes this far, in pixels.
 * @returns null where no lower clothes are seen.
 */
export function continueLower(
  person: PersonAnalysis,
  waist: WaistEdge,
  rim: number,
): LowerContinuation | null {
  const { picture, parts, frame } = person;
  const { width, height, data } = picture;
  const cloth = partMask(parts, (part) => part === PART['lower-clothes']);
  const top = partMask(parts, (part) => part === PART['upper-clothes']);
  const known = knownBeyond(erode(cloth, RIM), top, RIM + rim);
  const fill = fillFromRegion(picture, known);
  const rows = firstRows(known);
  if (fill === null || rows === null) return null;
  const unit = frame.shoulderWidth;
  const lit = knownBeyond(known, top, Math.round(SHADED * unit));
  const depth = Math.round(DEPTH * unit);
  const plain =
    columnColours(picture, lit, depth, SOFTNESS * unit) ??
    columnColours(picture, known, depth, SOFTNESS * unit);
  if (plain === null) return null;
  const reach = FOLDS_REACH * unit;
  const smooth = new Float32Array(3);
  const readOff = (x: number, y: number, colour: Float32Array) => {
    readFill(fill, x, y, colour);
    const folds = Math.exp(-Math.max(0, rows[x]! - y) / reach);
    for (let channel = 0; channel < 3; channel++) {
      colour[channel] = mix(plain[x * 3 + channel]!, colour[channel]!, folds);
    }
    const mirrored = Math.round(2 * rows[x]! - y);
    if (mirrored <= y || mirrored >= height || known.data[mirrored * width + x] === 0) return;
    readFill(fill, x, mirrored, smooth);
    const at = (mirrored * width + x) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const detail = clamp(data[at + channel]! - smooth[channel]!, -FINEST, FINEST);
      colour[channel] = clamp(colour[channel]! + detail, 0, 255);
    }
  };
  return (pixel, texture, colour) => {
    const x = pixel % width;
    const y = (pixel - x) / width;
    if (texture === null) readOff(x, y, colour);
    else
      for (let channel = 0; channel < 3; channel++) {
        colour[channel] = texture.data[pixel * 3 + channel]!;
      }
    if (!waist.hidden) return;
    const across = acrossFrame(frame, x, y);
    const edge = waistEdgeAt(waist, across, frame.shoulderWidth);
    const down = (belowShoulders(frame, x, y) - edge) / frame.torsoLength;
    const light = waistbandRelief(down);
    for (let channel = 0; channel < 3; channel++) colour[channel] = colour[channel]! * light;
  };
}
