import { PART } from '@proteus/contracts/person-parts.ts';
import { type Component, connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import type { Rectangle } from '@proteus/raster/crop.ts';
import { dilate } from '@proteus/raster/dilate.ts';
import { erode } from '@proteus/raster/erode.ts';
import { pushPullFill } from '@proteus/raster/push-pull-fill.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Mask, Size } from '@proteus/raster/types.ts';
import type { PersonAnalysis, TorsoFrame } from '../../person-analysis.ts';
import { floodFromOutside } from '../garment/backdrop/flood-from-outside.ts';
import { addTo, createMean } from './colour-mean.ts';

/** Skin that necklines and armholes end at. */
const BARE: ReadonlySet<number> = new Set([
  PART.neck,
  PART['torso-skin'],
  PART['left-upper-arm'],
  PART['right-upper-arm'],
]);
/** So near to its edge, in pixels, skin has mixed with other things. */
const MIXED = 3;
/** ΔE*ab up to which a pixel looks like what lies beside it. */
const ALIKE = { backdrop: 4, skin: 7 } as const;
/** A piece is no cloth if no more than this share of the cloth beside it is so much like it (ΔE*ab). */
const MOST_ALIKE = 0.25;
const OTHER = 6;
/** It is compared with cloth so near to it, in pixels, without what has mixed with it. */
const BESIDE = { from: 2, to: 8 } as const;
/** With more of the cloth at its edge like them than this share, the two cannot be told apart. */
const MOST = 0.1;
/** Smaller pieces than this squared, in shoulder widths, make no difference. */
const LEAST = 0.03;
/** This near to the person, in shoulder widths, the backdrop's colour is not trusted. */
const MARGIN = 0.06;

/**
 * Takes out of the cloth what lies at its edge and looks just like the backdrop or the bare skin
 * beside it: gaps between arm and torso, ends of necklines and fringes that the parse gave to it.
 * Cloth of the backdrop's or the skin's own colour stays whole.
 *
 * @param cloth is changed.
 */
export function dropMistaken(cloth: Mask, person: PersonAnalysis): void {
  const { picture, parts, frame } = person;
  const lab = rgbToLab(picture).data;
  for (const [isOther, margin, alike] of [
    [(part: number) => part === PART.background, MARGIN * frame.shoulderWidth, ALIKE.backdrop],
    [(part: number) => BARE.has(part), MIXED, ALIKE.skin],
  ] as const) {
    const others = createMask(parts.width, parts.height);
    for (let i = 0; i < others.data.length; i++) if (isOther(parts.data[i]!)) others.data[i] = 255;
    const trusted = erode(others, margin);
    if (trusted.data.includes(255)) {
      dropAlike(cloth, lab, rgbToLab(pushPullFill(picture, trusted)).data, alike, frame);
    }
  }
}

/**
 * @param other L*a*b* of what lies beside the cloth, gone on over all of the picture.
 * @param most how much cloth may differ from it to look like it, ΔE*ab.
 */
function dropAlike(
  cloth: Mask,
  lab: Float32Array,
  other: Float32Array,
  most: number,
  frame: TorsoFrame,
): void {
  const { width, height } = cloth;
  const alike = createMask(width, height);
  for (let i = 0, at = 0; i < alike.data.length; i++, at += 3) {
    if (cloth.data[i] && differenceAt(lab, other, at) < most) alike.data[i] = 255;
  }
  const rest = { width, height, data: cloth.data.slice() };
  floodFromOutside(rest, alike.data);
  const loose = createMask(width, height);
  let area = 0;
  let outer = 0;
  for (let i = 0; i < loose.data.length; i++) {
    if (!cloth.data[i]) continue;
    area++;
    if (rest.data[i]) continue;
    loose.data[i] = 255;
    outer++;
  }
  if (outer > MOST * area) return;
  const { labels, components } = connectedComponents(loose);
  for (const piece of components) {
    if (piece.area < (LEAST * frame.shoulderWidth) ** 2) continue;
    if (shareAlikeBeside(piece, labels, rest, lab) > MOST_ALIKE) continue;
    forEachPixel(piece, width, (i) => {
      if (labels[i] === piece.label) cloth.data[i] = 0;
    });
  }
}

function differenceAt(one: Float32Array, other: Float32Array, at: number): number {
  return Math.hypot(
    one[at]! - other[at]!,
    one[at + 1]! - other[at + 1]!,
    one[at + 2]! - other[at + 2]!,
  );
}

/** Share of the cloth beside a piece that has the piece's mean colour; 1 where there is none. */
function shareAlikeBeside(
  piece: Component,
  labels: Int32Array,
  rest: Mask,
  lab: Float32Array,
): number {
  const around = widened(piece, rest);
  const own = createMask(around.width, around.height);
  const mean = createMean();
  forEachPixel(around, rest.width, (i, local) => {
    if (labels[i] !== piece.label) return;
    own.data[local] = 255;
    addTo(mean, lab, i);
  });
  const colour = Float32Array.from(mean.sums, (sum) => sum / mean.count);
  const mixed = dilate(own, BESIDE.from).data;
  const near = dilate(own, BESIDE.to).data;
  let beside = 0;
  let alike = 0;
  forEachPixel(around, rest.width, (i, local) => {
    if (!near[local] || mixed[local] || !rest.data[i]) return;
    beside++;
    if (differenceAt(lab.subarray(3 * i, 3 * i + 3), colour, 0) < OTHER) alike++;
  });
  return beside === 0 ? 1 : alike / beside;
}

function widened({ x, y, width, height }: Rectangle, within: Size): Rectangle {
  const left = Math.max(0, x - BESIDE.to);
  const top = Math.max(0, y - BESIDE.to);
  return {
    x: left,
    y: top,
    width: Math.min(within.width, x + width + BESIDE.to) - left,
    height: Math.min(within.height, y + height + BESIDE.to) - top,
  };
}

/** @param visit is told of each pixel's index in the picture, and in the rectangle. */
function forEachPixel(
  { x, y, width, height }: Rectangle,
  row: number,
  visit: (i: number, local: number) => void,
): void {
  for (let line = 0, local = 0; line < height; line++) {
    const first = (y + line) * row + x;
    for (let column = 0; column < width; column++, local++) visit(first + column, local);
  }
}
