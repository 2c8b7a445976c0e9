import { dilate } from '@proteus/raster/dilate.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { type Overlay, paint } from '../overlay.ts';
import { partMask, planeAbove } from '../part-mask.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import { fillFromRegion, readFill } from '../plate/region-fill.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';
import { PURE } from './pure-edge.ts';

/** A hand's soft edge lies up to this far outside what the parse has of it, pixels. */
const SOFT_EDGE = 2;
/** Where it goes on as an arm it has no edge: so far around that, pixels. */
const AT_WRIST = 5;
/** Hands are in front from this share on, and cloth is behind them from this opacity on. */
const FAINTEST = 0.02;
const CLOTH = 0.5;

/** The edge of hands that lie before the new torso, as they lay before the old one. */
export interface HandEdges {
  /** How far hands cover the pixels of their edge; 0 elsewhere. */
  readonly share: Plane;
  /** What lies before the torso but for that edge, under which the torso goes on. */
  readonly rest: Plane;
}

/**
 * Finds the edges of hands where they show a mixture with the old cloth.
 *
 * @param arms what lies in front of the torso, 0 to 1.
 * @param torso how far the new garment's torso covers each pixel.
 * @param kinds `BEHIND` by pixel.
 * @param oldCloth 255 on the old cloth and a little around it.
 */
export function findHandEdges(
  { parts }: Pick<PersonAnalysis, 'parts'>,
  arms: Plane,
  torso: Plane,
  kinds: Mask,
  oldCloth: Mask,
): HandEdges {
  const { width, height, data } = arms;
  const near = dilate(partMask(parts, isHand), SOFT_EDGE).data;
  const arm = partMask(parts, isBareArm);
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (kinds.data[pixel] === BEHIND.arm && near[pixel] === 0) arm.data[pixel] = 255;
  }
  const atWrist = dilate(arm, AT_WRIST).data;
  const share = new Float32Array(data.length);
  const rest = data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (near[pixel] === 0 || atWrist[pixel] !== 0 || oldCloth.data[pixel] === 0) continue;
    if (data[pixel]! < FAINTEST || data[pixel]! >= PURE || torso.data[pixel]! < CLOTH) continue;
    share[pixel] = data[pixel]!;
    rest[pixel] = 0;
  }
  return { share: { width, height, data: share }, rest: { width, height, data: rest } };
}

/** Lays the edges of hands over the torso in the hands' own colour: a line of the old top's would surround them. */
export function paintHandEdges(
  overlay: Overlay,
  { picture, parts }: Pick<PersonAnalysis, 'picture' | 'parts'>,
  arms: Plane,
  { share }: HandEdges,
): void {
  if (!share.data.some((value) => value > 0)) return;
  const pure = planeAbove(arms, PURE);
  for (let pixel = 0; pixel < pure.data.length; pixel++) {
    if (!isHand(parts.data[pixel]!)) pure.data[pixel] = 0;
  }
  const own = fillFromRegion(picture, pure);
  if (own === null) return;
  const colour = new Float32Array(3);
  for (let pixel = 0; pixel < share.data.length; pixel++) {
    if (share.data[pixel] === 0) continue;
    readFill(own, pixel % picture.width, Math.floor(pixel / picture.width), colour);
    paint(overlay, pixel, colour[0]!, colour[1]!, colour[2]!, share.data[pixel]!);
  }
}
