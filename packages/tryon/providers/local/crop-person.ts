import { cropMask, cropPlane, cropRgb, type Rectangle } from '@proteus/raster/crop.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { LabImage, Point } from '@proteus/raster/types.ts';
import type { PersonAnalysis } from '../../person-analysis.ts';

/** The part of a picture that a try-on changes, with the person in it. */
export interface NearbyPerson extends PersonAnalysis {
  readonly lab: LabImage;
}

/**
 * What the analysis says of a part of the picture, in that part's own pixels. Its fields are named one
 * by one, whatever the analysis was spread from: V8 compiles all that follows for objects laid out alike.
 */
export function cropPerson(person: PersonAnalysis, window: Rectangle): NearbyPerson {
  const shift = ({ x, y }: Point): Point => ({ x: x - window.x, y: y - window.y });
  const { pose, frame, regions } = person;
  const { peopleCount } = pose;
  const picture = cropRgb(person.picture, window);
  return {
    picture,
    lab: rgbToLab(picture),
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
