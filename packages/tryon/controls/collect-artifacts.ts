import { resizePlane } from '@proteus/raster/resize-plane.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { Size } from '@proteus/raster/types.ts';
import type { Dressing } from '../dressing.ts';
import type { GarmentAnalysis } from '../garment-analysis.ts';
import type { PersonAnalysis } from '../person-analysis.ts';
import { depthMap } from '../stages/geometry/depth-map.ts';
import type { HeightField } from '../stages/geometry/height-field.ts';
import { normalMap } from '../stages/geometry/normal-map.ts';
import type { Artifact } from '../try-on.ts';
import { drawEdges } from './draw-edges.ts';
import { drawNormals } from './draw-normals.ts';
import { drawPlane } from './draw-plane.ts';
import { drawPose } from './draw-pose.ts';
import { drawWarpedGarment } from './draw-warped-garment.ts';
import { drawParts } from './part-colours.ts';

function drawGeometry(geometry: HeightField | null, size: Size): readonly Artifact[] {
  if (geometry === null) return [];
  const depth = resizePlane(depthMap(geometry), size.width, size.height);
  return [
    { name: 'controls/depth', picture: drawPlane(depth) },
    { name: 'controls/normal', picture: drawNormals(normalMap(geometry), size) },
  ];
}

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
    { name: 'controls/edge', picture: drawEdges(rgbToLab(picture)) },
    ...drawGeometry(dressing.geometry, picture),
  ];
}
