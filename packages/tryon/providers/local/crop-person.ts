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

/** What the analysis says of a part of the picture, in that part's own pixels. */
export function cropPerson(person: PersonAnalysis, window: Rectangle): PersonAnalysis {
  const shift = <P extends Point>(point: P): P => ({
    ...point,
    x: point.x - window.x,
    y: point.y - window.y,
  });
  const { pose, frame, regions } = person;
  return {
    ...person,
    picture: cropRgb(person.picture, window),
    lab: cropLab(person.lab, window),
    pose: {
      ...pose,
      landmarks: pose.landmarks.map(shift),
      personMask: cropPlane(pose.personMask, window),
    },
    frame: {
      ...frame,
      shoulderMiddle: shift(frame.shoulderMiddle),
      hipMiddle: shift(frame.hipMiddle),
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
    chin: shift(person.chin),
  };
}
