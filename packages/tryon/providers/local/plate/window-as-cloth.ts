import { PART } from '@proteus/contracts/person-parts.ts';
import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import type { Mask } from '@proteus/raster/types.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import type { NearbyPerson } from '../crop-person.ts';
import { isSkin, partMask } from '../part-mask.ts';
import { isBareArm, isHand } from '../skin/skin-known.ts';

/** A window in old cloth is no larger than this, in square shoulder widths. */
const LARGEST = 0.06;
/** A piece this small beside old cloth is its frill or its edge, whatever part it was taken for. */
const CRUMB = 0.0025;
/** Share of its border that is cloth: all round it, or round a bare shoulder beside the wall. */
const ALL_ROUND = 0.95;
const AT_SHOULDER = 0.3;
/** A shoulder reaches down to here along the arm. */
const SHOULDER_END = 0.3;

/** What a piece of skin consists of and borders on. */
interface Piece {
  area: number;
  arm: number;
  /** Sum of the places along the arm. */
  along: number;
  border: number;
  cloth: number;
  /** Whether face, hand or lower clothes belong to it or touch it: no window. */
  isOpen: boolean;
}

function survey(
  parts: Mask,
  labels: Int32Array,
  limbs: LimbCapsules,
  { label, x, y, width, height }: Component,
): Piece {
  const piece: Piece = { area: 0, arm: 0, along: 0, border: 0, cloth: 0, isOpen: false };
  const step = [-1, 1, -parts.width, parts.width];
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) {
      const pixel = row * parts.width + column;
      if (labels[pixel] !== label) continue;
      const part = parts.data[pixel]!;
      piece.area++;
      piece.along += limbs.along[pixel]!;
      if (isBareArm(part)) piece.arm++;
      if (part === PART.face || isHand(part)) piece.isOpen = true;
      for (const towards of step) {
        const beside = pixel + towards;
        if (labels[beside] === label) continue;
        piece.border++;
        if (parts.data[beside] === PART['upper-clothes']) piece.cloth++;
        if (parts.data[beside] === PART['lower-clothes']) piece.isOpen = true;
      }
    }
  }
  return piece;
}

/**
 * Takes bare skin that is seen through a window of the old top (a cold shoulder, a cut-out) for cloth: its
 * edges and the shadow in it would stay as a patch in the skin that is drawn around it. So would crumbs.
 *
 * @returns the person itself where there is none of that.
 */
export function windowAsCloth(person: NearbyPerson, limbs: LimbCapsules): NearbyPerson {
  const { parts, frame } = person;
  const { labels, components } = connectedComponents(partMask(parts, isSkin), 4);
  const largest = LARGEST * frame.shoulderWidth ** 2;
  const windows = new Set<number>();
  for (const component of components) {
    if (component.area > largest) continue;
    const piece = survey(parts, labels, limbs, component);
    const share = piece.cloth / piece.border;
    const isCrumb = piece.cloth > 0 && component.area < CRUMB * frame.shoulderWidth ** 2;
    const isShoulder = piece.arm > piece.area / 2 && piece.along < SHOULDER_END * piece.area;
    const isWindow = !piece.isOpen && share >= (isShoulder ? AT_SHOULDER : ALL_ROUND);
    if (isWindow || isCrumb) windows.add(component.label);
  }
  if (windows.size === 0) return person;
  const data = parts.data.slice();
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (windows.has(labels[pixel]!)) data[pixel] = PART['upper-clothes'];
  }
  return { ...person, parts: { ...parts, data } };
}
