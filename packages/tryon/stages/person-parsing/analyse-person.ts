import type { Stroke } from '@proteus/contracts/jobs/corrections.ts';
import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { resizeRgb } from '@proteus/raster/resize-rgb.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { type PersonAnalysis, REGIONS } from '../../person-analysis.ts';
import type { Pose } from '../../pose.ts';
import { divideFromArms } from './divide-from-arms.ts';
import { bodyCoordinates } from './evidence/body-coordinates.ts';
import { gatherEvidence, possiblePixels } from './evidence/evidence.ts';
import { faceGeometry } from './evidence/face-geometry.ts';
import { bodyUnit, torsoFrame } from './evidence/torso-frame.ts';
import { fullSizeParts } from './full-size-parts.ts';
import { partLabels } from './part-labels.ts';
import { correctPersonMask, correctRegions, paintStrokes } from './regions/paint-strokes.ts';
import { parseRegions } from './regions/parse-regions.ts';
import { softRegions } from './regions/soft-regions.ts';

/** Longer side of the parse in pixels. */
const PARSE_SIDE = 496;

/**
 * Parses a person: soft regions, part labels, and the frame that later stages measure in.
 *
 * @param picture upright, at the working size (long side about 1024).
 * @param seen pose of that picture, in its pixels.
 * @param checkpoint called between steps; may throw to stop the work.
 * @param strokes what a brush said of the photo: true under the brush, a hint beside it.
 */
export function analysePerson(
  picture: RgbImage,
  seen: Pose,
  checkpoint: () => void,
  strokes: readonly Stroke[] = [],
): PersonAnalysis {
  checkpoint();
  const painted = paintStrokes(strokes, picture);
  const pose =
    painted === null ? seen : { ...seen, personMask: correctPersonMask(seen.personMask, painted) };
  const { width, height } = picture;
  const scale = Math.min(1, PARSE_SIDE / Math.max(width, height));
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const frame = torsoFrame(pose);
  const face = faceGeometry(pose);
  const lab = rgbToLab(picture);
  const person = resizePlane(pose.personMask, size.width, size.height).data;
  const pixels = possiblePixels(person);
  const body = bodyCoordinates(pose, frame, face, size, scale, pixels);
  const evidence = gatherEvidence(
    resizeRgb(picture, size.width, size.height),
    body,
    pose,
    person,
    pixels,
  );
  checkpoint();
  const unit = bodyUnit(frame);
  const parse = parseRegions(evidence, body, pose, scale, unit, paintStrokes(strokes, size));
  checkpoint();
  const parts = partLabels(parse.labels, body);
  divideFromArms(parts, parse.labels, evidence.lab, body);
  const regions = softRegions(parse.labels, evidence.lab, lab);
  if (painted !== null) {
    correctRegions(
      REGIONS.map((region) => regions[region]),
      painted,
    );
  }
  return {
    picture,
    pose,
    frame,
    regions,
    parts: fullSizeParts(regions, parse.labels, parts, size),
    skinTone: evidence.tones[0],
    chin: face.chin,
    faceUp: face.up,
    faceRadius: face.radius,
    parseConfidence: parse.confidence,
  };
}
