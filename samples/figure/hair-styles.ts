import type { Vector } from '../solid/vector.ts';
import type { HairStyle } from './person-spec.ts';

/** A strand bundle in the head's frame. */
export interface Lock {
  readonly from: Vector;
  readonly to: Vector;
  readonly radii: readonly [number, number];
  /** Drawn on both sides. */
  readonly both: boolean;
}

/** A hair cut in the head's frame, in metres for a person 1.72 m tall. */
export interface HairCut {
  /** Cap over the skull: middle and radii. */
  readonly cap: readonly [Vector, Vector];
  /** The face's window in the cap; its rim is the hairline. */
  readonly window: readonly [Vector, Vector];
  /** How softly the hairline sinks to the skin. */
  readonly rim: number;
  /** Where the hair parts, from the middle to the person's left; null = not at all. */
  readonly parting: number | null;
  readonly earsFree: boolean;
  readonly locks: readonly Lock[];
}

function pair(from: Vector, to: Vector, fromRadius: number, toRadius: number): Lock {
  return { from, to, radii: [fromRadius, toRadius], both: true };
}

function single(from: Vector, to: Vector, fromRadius: number, toRadius: number): Lock {
  return { from, to, radii: [fromRadius, toRadius], both: false };
}

const CURTAIN: readonly [Vector, Vector] = [
  [0, -0.058, 0.09],
  [0.0675, 0.134, 0.088],
];

const SWEPT: readonly [Vector, Vector] = [
  [0, -0.046, 0.07],
  [0.092, 0.122, 0.084],
];

export const HAIR_CUTS: { readonly [Style in HairStyle]: HairCut } = {
  crop: {
    cap: [
      [0, 0.04, -0.016],
      [0.078, 0.0865, 0.0965],
    ],
    window: [
      [0, -0.042, 0.072],
      [0.096, 0.104, 0.078],
    ],
    rim: 0.03,
    parting: null,
    earsFree: true,
    locks: [],
  },
  'side-part': {
    cap: [
      [0, 0.04, -0.014],
      [0.0795, 0.0885, 0.0985],
    ],
    window: [
      [0, -0.042, 0.072],
      [0.096, 0.109, 0.078],
    ],
    rim: 0.024,
    parting: null,
    earsFree: true,
    locks: [
      single([-0.036, 0.094, 0.05], [0.012, 0.106, 0.054], 0.012, 0.018),
      single([0.012, 0.106, 0.054], [0.054, 0.078, 0.034], 0.018, 0.013),
      single([-0.036, 0.104, 0.024], [0.03, 0.114, 0.022], 0.015, 0.02),
      single([0.03, 0.114, 0.022], [0.062, 0.082, 0.006], 0.02, 0.014),
      single([-0.03, 0.108, -0.01], [0.03, 0.114, -0.02], 0.018, 0.02),
    ],
  },
  bun: {
    cap: [
      [0, 0.037, -0.016],
      [0.081, 0.0875, 0.1],
    ],
    window: SWEPT,
    rim: 0.02,
    parting: null,
    earsFree: true,
    locks: [single([0, 0.137, -0.05], [0.006, 0.142, -0.056], 0.036, 0.038)],
  },
  bob: {
    cap: [
      [0, 0.034, -0.016],
      [0.0875, 0.092, 0.104],
    ],
    window: CURTAIN,
    rim: 0.02,
    parting: 0.016,
    earsFree: false,
    locks: [
      pair([0.072, 0.03, -0.004], [0.0775, -0.078, 0.012], 0.023, 0.025),
      pair([0.066, 0.01, -0.05], [0.068, -0.085, -0.036], 0.034, 0.033),
      pair([0, 0, -0.083], [0, -0.09, -0.068], 0.04, 0.042),
      pair([0.066, 0.05, 0.032], [0.073, -0.06, 0.04], 0.014, 0.012),
    ],
  },
  long: {
    cap: [
      [0, 0.036, -0.016],
      [0.0865, 0.0915, 0.103],
    ],
    window: CURTAIN,
    rim: 0.02,
    parting: 0.012,
    earsFree: false,
    locks: [
      pair([0.07, 0.03, -0.012], [0.082, -0.12, -0.012], 0.025, 0.032),
      pair([0.082, -0.12, -0.012], [0.098, -0.22, 0.04], 0.032, 0.032),
      pair([0.098, -0.22, 0.04], [0.094, -0.315, 0.078], 0.032, 0.014),
      pair([0.082, -0.13, -0.012], [0.078, -0.235, 0.052], 0.028, 0.026),
      pair([0.078, -0.235, 0.052], [0.068, -0.33, 0.096], 0.026, 0.009),
      pair([0, 0, -0.083], [0, -0.25, -0.075], 0.045, 0.05),
      pair([0.058, -0.05, -0.06], [0.07, -0.25, -0.05], 0.045, 0.05),
      pair([0.065, 0.055, 0.032], [0.076, -0.07, 0.034], 0.013, 0.016),
      pair([0.076, -0.07, 0.034], [0.08, -0.19, 0.048], 0.016, 0.022),
    ],
  },
  curls: {
    cap: [
      [0, 0.058, -0.016],
      [0.114, 0.103, 0.118],
    ],
    window: [
      [0, -0.036, 0.1],
      [0.071, 0.1, 0.1],
    ],
    rim: 0.012,
    parting: null,
    earsFree: false,
    locks: [pair([0.08, 0.05, -0.01], [0.086, -0.005, -0.02], 0.038, 0.03)],
  },
  ponytail: {
    cap: [
      [0, 0.037, -0.016],
      [0.081, 0.0875, 0.1],
    ],
    window: SWEPT,
    rim: 0.02,
    parting: null,
    earsFree: true,
    locks: [
      single([0.01, 0.09, -0.1], [-0.045, 0.02, -0.13], 0.024, 0.034),
      single([-0.045, 0.02, -0.13], [-0.082, -0.12, -0.09], 0.034, 0.032),
      single([-0.082, -0.12, -0.09], [-0.094, -0.27, 0.03], 0.032, 0.01),
    ],
  },
};
