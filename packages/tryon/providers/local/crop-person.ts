import { cropMask, cropPlane, cropRgb, type Rectangle } from '@proteus/raster/crop.ts';
import type { LabImage, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

function cropLab(lab: LabImage, { x, y, width, height }: Rectangle): LabImage {
  const data = new Float32Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * lab.width + x) * 3;
    data.set(lab.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}

/**
 * What the analysis says of a part of the picture, in that part's own pixels. Its fields are named one
 * by one, whatever the analysis was spread from: V8 compiles all that follows for objects laid out alike.
 */
export function cropPerson(person: PersonAnalysis, window: Rectangle): PersonAnalysis {
  const shift = ({ x, y }: Point): Point => ({ x: x - window.x, y: y - window.y });
  const { pose, frame, regions } = person;
  const { peopleCount } = pose;
  return {
    picture: cropRgb(person.picture, window),
    lab: cropLab(person.lab, window),
    pose: {
      landmarks: pose.landmarks.map(({ x, y, z, visibility, presence }) => ({
        x: x - window.x,
        y: y - window.y,
        z,
        visibility,
        presence,
      })),
      score: pose.score,
      personMask: cropPlane(pose.personMask, window),
      ...(peopleCount === undefined ? {} : { peopleCount }),
    },
    frame: {
      shoulderMiddle: shift(frame.shoulderMiddle),
      hipMiddle: shift(frame.hipMiddle),
      shoulderWidth: frame.shoulderWidth,
      torsoLength: frame.torsoLength,
      down: frame.down,
      right: frame.right,
    },
    regions: {
      background: cropPlane(regions.background, window),
      skin: cropPlane(regions.skin, window),
      hair: cropPlane(regions.hair, window),
      upper: cropPlane(regions.upper, window),
      lower: cropPlane(regions.lower, window),
      shoes: cropPlane(regions.shoes, window),
    },
    parts: cropMask(person.parts, window),
    skinTone: person.skinTone,
    chin: shift(person.chin),
    faceUp: person.faceUp,
    faceRadius: person.faceRadius,
    parseConfidence: person.parseConfidence,
  };
}
