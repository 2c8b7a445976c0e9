import type { UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART } from '../../../garment-analysis.ts';
import type { BentGarment } from '../bent-garment.ts';
import { gradeRest } from '../fit/length-grade.ts';
import { solveAsRigidAsPossible } from '../mesh/as-rigid-as-possible.ts';
import { bindConstraints } from '../mesh/bind-constraints.ts';
import { buildGarmentMesh } from '../mesh/garment-mesh.ts';
import { placeBySimilarity } from '../mesh/initial-placement.ts';
import type { GarmentMesh } from '../mesh/mesh.ts';
import { measureMeshDistortion } from '../mesh/mesh-distortion.ts';
import { collectMeshEdges } from '../mesh/mesh-edges.ts';
import { mix, smoothStep } from '../scalar.ts';
import type { DressFit, SkirtRest } from './dress-fit.ts';

/** The bodice's scale across passes into the skirt's over this part of the skirt. */
const BLEND = 0.25;

/**
 * Rest positions with the skirt scaled as it hangs; bodice and sleeves keep theirs.
 *
 * @param graded the bodice's rest positions, by which the waist may have moved.
 */
function restOfSkirt(
  mesh: GarmentMesh,
  graded: Float64Array,
  gradedWaist: number,
  skirt: SkirtRest,
): Float64Array {
  const { rest, triangles, parts } = mesh;
  const shaped = graded.slice();
  let lowest = skirt.waist;
  for (let i = 1; i < rest.length; i += 2) lowest = Math.max(lowest, rest[i]!);
  const blend = Math.max(1, BLEND * (lowest - skirt.waist));
  for (let corner = 0; corner < triangles.length; corner++) {
    if (parts[Math.floor(corner / 3)] !== GARMENT_PART.torso) continue;
    const at = triangles[corner]! * 2;
    const past = rest[at + 1]! - skirt.waist;
    if (past <= 0) continue;
    const across = mix(1, skirt.across, smoothStep(0, blend, past));
    shaped[at] = skirt.middle + (rest[at]! - skirt.middle) * across;
    shaped[at + 1] = gradedWaist + past * skirt.along;
  }
  return shaped;
}

/** Bends a flat dress's mesh into the shape that the fit asks for. */
export function bendDress(
  garment: UpperBodyGarment,
  fit: DressFit,
  signal: AbortSignal,
  moreRounds = 0,
): BentGarment {
  const mesh = buildGarmentMesh(garment);
  const { skirt, stretch, lengthGrade } = fit;
  const waist = gradeRest(Float64Array.of(0, skirt.waist), lengthGrade)[1]!;
  const torsoRest = restOfSkirt(mesh, gradeRest(mesh.rest, lengthGrade), waist, skirt);
  const edges = collectMeshEdges(mesh, stretch, torsoRest);
  const bound = bindConstraints(mesh, fit.constraints);
  const start = placeBySimilarity(mesh, fit.constraints);
  const positions = solveAsRigidAsPossible(edges, bound, start, signal, moreRounds);
  const scaled = { ...mesh, rest: restOfSkirt(mesh, mesh.rest, skirt.waist, skirt) };
  return { mesh, positions, distortion: measureMeshDistortion(scaled, positions, stretch) };
}
