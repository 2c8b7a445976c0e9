import type { Dressing } from '../dressing.ts';
import type { GarmentAnalysis } from '../garment-analysis.ts';
import type { PersonAnalysis } from '../person-analysis.ts';
import type { Artifact } from '../try-on.ts';
import { drawEdges } from './draw-edges.ts';
import { drawPlane } from './draw-plane.ts';
import { drawPose } from './draw-pose.ts';
import { drawWarpedGarment } from './draw-warped-garment.ts';
import { drawParts } from './part-colours.ts';

/** What the stages found out, as pictures that a person can look at. */
export function collectArtifacts(found: {
  readonly person: PersonAnalysis;
  readonly garment: GarmentAnalysis;
  readonly dressing: Dressing;
}): readonly Artifact[] {
  const { person, garment, dressing } = found;
  const { picture, pose } = person;
  return [
    { name: 'person_mask', picture: drawPlane(pose.personMask) },
    { name: 'person_parts', picture: drawParts(person.parts) },
    { name: 'pose', picture: drawPose(pose, picture, picture) },
    { name: 'garment_mask', picture: drawPlane(garment.alpha) },
    {
      name: 'warped_garment',
      picture: drawWarpedGarment(dressing.parts, dressing.window, picture),
    },
    { name: 'controls/pose', picture: drawPose(pose, picture) },
    { name: 'controls/seg', picture: drawParts(person.parts) },
    { name: 'controls/edge', picture: drawEdges(person.lab) },
  ];
}
