import { buildDistanceGrid, type DistanceGrid } from '../solid/distance-grid.ts';
import { buildSolid, type Layer } from '../solid/solid.ts';
import type { Vector } from '../solid/vector.ts';
import { lowerPrimitives } from './clothes-lower.ts';
import { upperPrimitives } from './clothes-upper.ts';
import { creaseRelief, lowerCreases, upperCreases } from './folds.ts';
import { hairPrimitives, hairRelief } from './hair.ts';
import { headPrimitives } from './head.ts';
import { limbPrimitives } from './limbs.ts';
import type { PersonSpec } from './person-spec.ts';
import { shoePrimitives } from './shoes.ts';
import { poseSkeleton, type Skeleton } from './skeleton.ts';
import { trunkPrimitives } from './trunk.ts';

/** A person in the round, ready to be traced. */
export interface Figure {
  readonly spec: PersonSpec;
  readonly skeleton: Skeleton;
  readonly grid: DistanceGrid;
}

/** Edge of the grid's cells in metres. */
const CELL = 0.02;

/** Free space around the joints that surely holds hair, hands and cloth. */
const MARGIN = 0.3;

function boundsOf(skeleton: Skeleton): readonly [Vector, Vector] {
  const points = [
    skeleton.head,
    ...skeleton.arms.flatMap((arm) => [arm.shoulder, arm.elbow, arm.wrist]),
    ...skeleton.legs.flatMap((leg) => [leg.hip, leg.knee, leg.ankle]),
  ];
  const range = (axis: 0 | 1 | 2) => points.map((point) => point[axis]);
  return [
    [Math.min(...range(0)) - MARGIN, -3 * CELL, Math.min(...range(2)) - MARGIN],
    [
      Math.max(...range(0)) + MARGIN,
      Math.max(...range(1)) + MARGIN,
      Math.max(...range(2)) + MARGIN,
    ],
  ];
}

/** Builds body, hair and clothes of a person. Layers are in the order of `LAYER`. */
export function buildFigure(spec: PersonSpec): Figure {
  const skeleton = poseSkeleton(spec);
  const { upper, lower } = spec;
  const upperRelief = creaseRelief(upperCreases(spec, skeleton), upper.fabric.folds, spec.seed);
  const layers: readonly Layer[] = [
    { name: 'skin' },
    { name: 'eyes' },
    { name: 'hair', displacement: hairRelief(spec, skeleton), roughCuts: true },
    { name: 'upper', displacement: upperRelief },
    { name: 'collar' },
    {
      name: 'lower',
      displacement: creaseRelief(
        lowerCreases(spec, skeleton),
        lower?.fabric.folds ?? 0,
        spec.seed + 31,
      ),
    },
    { name: 'shoes' },
    { name: 'sleeves', displacement: upperRelief },
  ];
  const solid = buildSolid(layers, [
    ...trunkPrimitives(spec, skeleton),
    ...limbPrimitives(spec, skeleton),
    ...headPrimitives(spec, skeleton),
    ...hairPrimitives(spec, skeleton),
    ...upperPrimitives(spec, skeleton),
    ...lowerPrimitives(spec, skeleton),
    ...shoePrimitives(skeleton),
  ]);
  const [low, high] = boundsOf(skeleton);
  return { spec, skeleton, grid: buildDistanceGrid(solid, low, high, CELL) };
}
