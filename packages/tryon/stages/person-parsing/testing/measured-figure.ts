import { bodyCoordinates } from '../evidence/body-coordinates.ts';
import { gatherEvidence, possiblePixels } from '../evidence/evidence.ts';
import { faceGeometry } from '../evidence/face-geometry.ts';
import { torsoFrame } from '../evidence/torso-frame.ts';
import { type FlatFigure, type FlatFigureOptions, flatFigure } from './flat-figure.ts';

/** Measures a flat figure at its own size, every pixel of it. */
export function measureFigure(figure: FlatFigure) {
  const { picture, pose, regions } = figure;
  const frame = torsoFrame(pose);
  const all = Uint32Array.from(pose.personMask.data, (_, i) => i);
  const body = bodyCoordinates(pose, frame, faceGeometry(pose), picture, 1, all);
  const person = pose.personMask.data;
  const evidence = gatherEvidence(picture, body, pose, person, possiblePixels(person));
  return { picture, pose, regions, frame, body, evidence };
}

/** Draws and measures a flat figure. */
export function measuredFigure(options: FlatFigureOptions = {}) {
  return measureFigure(flatFigure(options));
}
