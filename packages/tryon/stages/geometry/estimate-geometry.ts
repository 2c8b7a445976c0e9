import { LANDMARK } from '@proteus/contracts/pose-landmarks.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { distanceTransform } from '@proteus/raster/distance-transform.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import type { Plane } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { clamp } from '../warp/scalar.ts';
import type { Ball } from './ball.ts';
import { type BodyScale, scaleBody } from './body-scale.ts';
import { drape } from './drape.ts';
import { drawCapsule } from './draw-capsule.ts';
import { dressedSilhouette, type PlacedGarment } from './dressed-silhouette.ts';
import { placeHead } from './head-solid.ts';
import type { HeightField } from './height-field.ts';
import { placeLimbs } from './limb-chains.ts';
import { drawTorso } from './torso-solid.ts';

/** Pixels of the picture per pixel of the relief: a body has no finer shape than this. */
const SCALE = 2;
/** The trunk's turn that the network's z may ask for: height per length across. */
const STEEPEST = 0.6;

/** How much nearer the viewer the torso gets per pixel to its right, from the shoulders' z. */
function torsoTilt(person: PersonAnalysis): number {
  const { landmarks } = person.pose;
  const left = landmarks[LANDMARK['left-shoulder']]!;
  const right = landmarks[LANDMARK['right-shoulder']]!;
  const { frame } = person;
  const across = (left.x - right.x) * frame.right.x + (left.y - right.y) * frame.right.y;
  if (Math.abs(across) < 1) return 0;
  return clamp((0.7 * (right.z - left.z)) / across, -STEEPEST, STEEPEST);
}

function insideDepth(person: PersonAnalysis, width: number, height: number): Plane {
  const mask = resizePlane(person.pose.personMask, width, height);
  const outside = Uint8Array.from(mask.data, (value) => (value < 0.5 ? 255 : 0));
  const depth = distanceTransform({ width, height, data: outside });
  for (let i = 0; i < depth.length; i++) depth[i] = Math.sqrt(depth[i]!);
  return { width, height, data: depth };
}

function drawChain(relief: Plane, chain: readonly Ball[]): void {
  for (let i = 1; i < chain.length; i++) drawCapsule(relief, chain[i - 1]!, chain[i]!);
}

function drawSolids(person: PersonAnalysis, body: BodyScale, width: number, height: number): Plane {
  const relief = createPlane(width, height);
  const tilt = torsoTilt(person);
  drawTorso(relief, person, body, tilt);
  const depth = insideDepth(person, width, height);
  const trunk = { width, height, data: relief.data.slice() };
  for (const limb of placeLimbs(person, body, depth, trunk, tilt)) drawChain(relief, limb);
  drawChain(relief, placeHead(person, body));
  return relief;
}

/**
 * A coarse height field of the dressed body: an ellipse-section trunk, limbs as capsules in the
 * depth order of the pose, a head, and skin and cloth laid over them up to the silhouette. It shows
 * what lies before what and which way surfaces face, not true depth.
 */
export function estimateGeometry(person: PersonAnalysis, garment: PlacedGarment): HeightField {
  const width = Math.max(1, Math.round(person.picture.width / SCALE));
  const height = Math.max(1, Math.round(person.picture.height / SCALE));
  const body = scaleBody(person, SCALE);
  const solids = drawSolids(person, body, width, height);
  const layers = dressedSilhouette(person, garment, body, solids);
  const relief = drape(solids, layers, body);
  for (let i = 0; i < relief.data.length; i++) relief.data[i]! *= SCALE;
  return { height: relief, scale: SCALE };
}
