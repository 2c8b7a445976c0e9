import { ProteusError } from '@proteus/contracts/errors.ts';
import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import {
  GARMENT_LANDMARKS,
  type GarmentLandmark,
} from '@proteus/contracts/jobs/garment-landmarks.ts';
import { findCrossings, type LandmarkPlaces } from '@proteus/contracts/jobs/landmark-order.ts';
import type { Point, Size } from '@proteus/raster/types.ts';

/** Corrected landmarks at whole pixels of the analysed garment's picture. */
export type PlacedLandmarks = { readonly [Name in GarmentLandmark]?: Point };

/** Brings corrections from shares of the photo to pixels of the working picture, which shows all of it. */
export function placeLandmarks(
  landmarks: Corrections['garment_landmarks'],
  { width, height }: Size,
): PlacedLandmarks {
  const placed: { [Name in GarmentLandmark]?: Point } = {};
  for (const name of GARMENT_LANDMARKS) {
    const place = landmarks[name];
    if (place === undefined) continue;
    placed[name] = {
      x: Math.min(width - 1, Math.floor(place.x * width)),
      y: Math.min(height - 1, Math.floor(place.y * height)),
    };
  }
  return placed;
}

/**
 * Refuses corrections that the garment has no place for, or that cross what was found of it.
 *
 * @param found the garment's own landmarks.
 * @param possible what a garment of this kind can have.
 * @param kind the garment's kind, in a person's words.
 * @throws {ProteusError} INVALID_REQUEST, naming every field.
 */
export function requireOrder(
  found: LandmarkPlaces,
  placed: PlacedLandmarks,
  possible: readonly GarmentLandmark[],
  kind: string,
): void {
  const names = GARMENT_LANDMARKS.filter((name) => placed[name] !== undefined);
  const strange = names
    .filter((name) => !possible.includes(name))
    .map((name) => ({ path: name, message: `${kind} has none` }));
  refuse([...strange, ...findCrossings({ ...found, ...placed }, names)]);
}

/** @throws {ProteusError} INVALID_REQUEST when there is anything to complain about. */
export function refuse(
  problems: readonly { readonly path: string; readonly message: string }[],
): void {
  if (problems.length === 0) return;
  const details = problems.map(({ path, message }) => ({
    path: `garment_landmarks.${path}`,
    message,
  }));
  throw new ProteusError('INVALID_REQUEST', {
    message: details.map(({ path, message }) => `${path}: ${message}`).join('; '),
    details,
    stage: 'garment',
  });
}
