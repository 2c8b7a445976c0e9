import { PART } from '@proteus/contracts/person-parts.ts';
import { connectedComponents } from '@proteus/raster/connected-components.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { gridMinCut } from '@proteus/raster/min-cut.ts';
import { nonZeroBox } from '@proteus/raster/non-zero-box.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import type { BodyCoordinates } from './evidence/body-coordinates.ts';
import { type BoundaryCosts, boundaryCosts } from './regions/region-cut.ts';
import { SKIN } from './regions/region-priors.ts';

/** Skin this near to an arm's bone, in body units, is surely the arm's ... */
const ARM_CORE = 0.05;
/** ... and from here on it grows unlikely: no arm is so thick; so much a body unit, in nats. */
const ARM_THICKNESS = 0.12;
const TOO_THICK = 8;
/** What an arm lies beside is surely not the arm's from here on. */
const BESIDE_ARM = 0.15;
/** Bare skin shows at least so many parse pixels of its core; fewer are a slit between two clothes. */
const LEAST_BARE = 60;

type Body = Pick<
  BodyCoordinates,
  'width' | 'height' | 'down' | 'across' | 'hands' | 'forearms' | 'upperArms' | 'legs'
>;

/** Bare skin that arms hang beside or lie before. */
interface Neighbour {
  /** Its height, in torso lengths below the shoulders. */
  readonly from: number;
  readonly to: number;
  /** Whether a pixel away from the arms is surely its. */
  readonly isCore: (body: Body, i: number) => boolean;
  readonly partOf: (body: Body, i: number) => number;
}

const WAIST: Neighbour = {
  from: 0.35,
  to: 1.15,
  isCore: ({ across }, i) => Math.abs(across[i]!) < 0.25,
  partOf: () => PART['torso-skin'],
};
const THIGHS: Neighbour = {
  from: 1.15,
  to: 1.9,
  isCore: ({ legs }, i) => Math.min(legs[0][i]!, legs[1][i]!) < 0.1,
  partOf: ({ legs }, i) => (legs[0][i]! < legs[1][i]! ? PART['left-leg'] : PART['right-leg']),
};

/** Distance to the nearest bone of an arm or a hand. */
function toArm({ hands, forearms, upperArms }: Body, i: number): number {
  return Math.min(
    hands[0][i]!,
    hands[1][i]!,
    forearms[0][i]!,
    forearms[1][i]!,
    upperArms[0][i]!,
    upperArms[1][i]!,
  );
}

function isNoArm(body: Body, i: number, { isCore }: Neighbour): boolean {
  return toArm(body, i) > BESIDE_ARM && isCore(body, i);
}

/** Pieces of skin at some height in which more than arms is seen; null where there is none. */
function skinBeside(labels: Uint8Array, body: Body, neighbour: Neighbour): Mask | null {
  const skin = createMask(body.width, body.height);
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== SKIN) continue;
    if (body.down[i]! > neighbour.from && body.down[i]! < neighbour.to) skin.data[i] = 255;
  }
  const { labels: pieces, components } = connectedComponents(skin);
  const bare = new Uint32Array(components.length + 1);
  for (let i = 0; i < pieces.length; i++) {
    if (pieces[i] !== 0 && isNoArm(body, i, neighbour)) bare[pieces[i]!]!++;
  }
  if (bare.every((count) => count < LEAST_BARE)) return null;
  for (let i = 0; i < pieces.length; i++) if (bare[pieces[i]!]! < LEAST_BARE) skin.data[i] = 0;
  return skin;
}

/**
 * Parts a bare waist and bare thighs from the arms beside or before them where the picture shows the
 * edge between them: by distance alone a slim waist beside a bent arm went to the arm, a thigh to the
 * hand.
 *
 * @param parts labels by `PERSON_PARTS`, at the parse size; changed in place.
 * @param labels region of each pixel.
 */
export function divideFromArms(
  parts: Uint8Array,
  labels: Uint8Array,
  lab: LabImage,
  body: Body,
): void {
  let costs: BoundaryCosts | null = null;
  for (const neighbour of [WAIST, THIGHS]) {
    const skin = skinBeside(labels, body, neighbour);
    if (skin === null) continue;
    costs ??= boundaryCosts(lab);
    divide(parts, skin, costs, body, neighbour);
  }
}

function divide(
  parts: Uint8Array,
  skin: Mask,
  costs: BoundaryCosts,
  body: Body,
  neighbour: Neighbour,
): void {
  const box = nonZeroBox(skin, 0)!;
  const plane = () => new Float32Array(box.width * box.height);
  const [source, sink, right, down] = [plane(), plane(), plane(), plane()] as const;
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let x = 0, at = (y + box.y) * body.width + box.x; x < box.width; x++, i++, at++) {
      if (skin.data[at] === 0) continue;
      const arm = toArm(body, at);
      if (isNoArm(body, at, neighbour)) sink[i] = Number.POSITIVE_INFINITY;
      else if (arm < ARM_CORE) source[i] = Number.POSITIVE_INFINITY;
      else sink[i] = Math.max(0, arm - ARM_THICKNESS) * TOO_THICK;
      if (skin.data[at + 1] !== 0) right[i] = costs.right[at]!;
      if (skin.data[at + body.width] !== 0) down[i] = costs.down[at]!;
    }
  }
  const arms = gridMinCut({ width: box.width, height: box.height, source, sink, right, down }).data;
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let x = 0, at = (y + box.y) * body.width + box.x; x < box.width; x++, i++, at++) {
      if (skin.data[at] !== 0 && arms[i] === 0) parts[at] = neighbour.partOf(body, at);
    }
  }
}
