import { LOFT_ROWS, loftTable } from './loft-table.ts';
import type { Operation, Primitive, Shape } from './shape.ts';
import { subtract, WORLD_FRAME } from './vector.ts';

/** Raises or lowers a surface, in metres; positive values take material away. */
export type Displacement = (x: number, y: number, z: number) => number;

/** A group of primitives that blend with each other and share one look. */
export interface Layer {
  readonly name: string;
  /** Fine relief, asked for near the surface only. */
  readonly displacement?: Displacement;
  /** Whether cut edges take part in the relief; otherwise they stay clean. */
  readonly roughCuts?: boolean;
}

/** Primitives packed into flat arrays, ordered by layer. */
export interface Solid {
  readonly layers: readonly Layer[];
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly operations: Uint8Array;
  readonly layerOf: Uint8Array;
  readonly tags: Uint8Array;
  readonly blends: Float64Array;
  readonly offsets: Uint32Array;
  readonly values: Float64Array;
}

export const KIND = {
  'round-cone': 0,
  ellipsoid: 1,
  loft: 2,
  'rounded-box': 3,
  'half-space': 4,
} as const;

export const OPERATION: { readonly [Name in Operation]: number } = {
  union: 0,
  subtract: 1,
  intersect: 2,
};

function pack(shape: Shape): readonly number[] {
  switch (shape.kind) {
    case 'round-cone':
      return [
        ...shape.from,
        ...subtract(shape.to, shape.from),
        shape.fromRadius,
        shape.toRadius - shape.fromRadius,
      ];
    case 'ellipsoid':
      return [...shape.centre, ...(shape.frame ?? WORLD_FRAME).flat(), ...shape.radii];
    case 'rounded-box':
      return [
        ...shape.centre,
        ...(shape.frame ?? WORLD_FRAME).flat(),
        ...shape.halves.map((half) => half - shape.rounding),
        shape.rounding,
      ];
    case 'half-space':
      return [...shape.point, ...shape.normal];
    case 'loft': {
      const first = shape.sections[0]!.at;
      const last = shape.sections[shape.sections.length - 1]!.at;
      return [
        ...shape.origin,
        ...(shape.frame ?? WORLD_FRAME).flat(),
        first,
        last,
        (LOFT_ROWS - 1) / (last - first),
        ...loftTable(shape.sections),
      ];
    }
  }
}

/** Packs primitives for evaluation; within a layer they act in the given order. */
export function buildSolid(layers: readonly Layer[], primitives: readonly Primitive[]): Solid {
  const ordered = layers.flatMap((_, layer) => primitives.filter((p) => p.layer === layer));
  const packed = ordered.map((primitive) => pack(primitive.shape));
  const offsets = new Uint32Array(ordered.length);
  let size = 0;
  packed.forEach((values, i) => {
    offsets[i] = size;
    size += values.length;
  });
  const values = new Float64Array(size);
  packed.forEach((numbers, i) => {
    values.set(numbers, offsets[i]!);
  });
  return {
    layers,
    count: ordered.length,
    kinds: Uint8Array.from(ordered, (p) => KIND[p.shape.kind]),
    operations: Uint8Array.from(ordered, (p) => OPERATION[p.operation]),
    layerOf: Uint8Array.from(ordered, (p) => p.layer),
    tags: Uint8Array.from(ordered, (p) => p.tag),
    blends: Float64Array.from(ordered, (p) => p.blend),
    offsets,
    values,
  };
}
