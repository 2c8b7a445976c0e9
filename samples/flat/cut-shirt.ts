import type { Point } from '@proteus/raster/types.ts';
import type { CutGarment } from './garment-spec.ts';
import { at, circle, curve, mirrored, smoothLine } from './outline.ts';
import { crease, type Piece, piece } from './piece.ts';

const TOP = 0.11;
const NECK = 0.074;
const TIP = at(0.226, 0.16);
const ARMPIT = at(0.256, 0.33);
const HEM = at(0.258, 0.77);
const TAIL = 0.835;
const THROAT = at(0, 0.186);
const BUTTON = [236, 232, 224] as const;

function turned(points: readonly Point[], sign: number): readonly Point[] {
  return points.map(({ x, y }) => at(x * sign, y));
}

function sleevePieces(sign: number): readonly Piece[] {
  const outer = at(0.424, 0.748);
  const inner = at(0.362, 0.762);
  const way = at(0.24, 0.97);
  const up = (point: Point, metres: number) =>
    at(point.x - way.x * metres, point.y - way.y * metres);
  const outline = [
    at(TIP.x - 0.03, TIP.y),
    TIP,
    ...smoothLine([TIP, at(0.284, 0.214), at(0.33, 0.315), at(0.38, 0.5), outer]).slice(1),
    inner,
    ...smoothLine([
      inner,
      at(0.314, 0.52),
      at(0.276, 0.4),
      at(ARMPIT.x - 0.012, ARMPIT.y + 0.004),
    ]).slice(1),
    at(ARMPIT.x - 0.05, ARMPIT.y - 0.05),
  ];
  const cuff = [
    up(outer, 0.062),
    at(outer.x + 0.004, outer.y),
    at(inner.x - 0.003, inner.y),
    up(inner, 0.062),
  ];
  const button = up(at((outer.x + inner.x) / 2 - 0.012, (outer.y + inner.y) / 2), 0.03);
  return [
    piece(turned(outline, sign), {
      origin: at(sign * (TIP.x + 0.02), 0.33),
      down: at(sign * way.x, way.y),
      thickness: 0.006,
      roundness: 0.011,
      creases: [
        crease(sign * 0.29, 0.33, sign * 0.35, 0.9, [0.12, 0.05], 0.04, 0.005),
        crease(sign * 0.345, 0.52, sign * 0.85, 0.4, [0.06, 0.06], 0.035, 0.006),
        crease(sign * 0.375, 0.66, sign * 0.3, 0.9, [0.1, 0.03], 0.022, 0.004),
      ],
    }),
    piece(turned(cuff, sign), {
      origin: at(sign * (TIP.x + 0.02), 0.33),
      down: at(sign * way.x, way.y),
      thickness: 0.003,
      roundness: 0.003,
      seams: [
        {
          kind: 'stitch',
          points: turned(
            cuff.map((p) => at(p.x * 0.985 + 0.0058, p.y * 0.99 + 0.0072)),
            sign,
          ),
        },
      ],
    }),
    piece(circle(button.x * sign, button.y, 0.0055), {
      cloth: BUTTON,
      thickness: 0.002,
      roundness: 0.002,
    }),
  ];
}

function collarLeaf(sign: number): Piece {
  const leaf = [
    at(0.022, TOP - 0.022),
    ...curve(at(0.022, TOP - 0.022), at(NECK, TOP - 0.03), at(NECK + 0.008, TOP + 0.004)),
    ...curve(at(NECK + 0.008, TOP + 0.004), at(0.098, TOP + 0.05), at(0.094, TOP + 0.098)),
    ...curve(at(0.094, TOP + 0.098), at(0.05, TOP + 0.09), at(0.004, THROAT.y)),
    ...curve(at(0.004, THROAT.y), at(0.052, TOP + 0.03), at(0.056, TOP + 0.002)),
  ];
  const edge = [
    ...curve(at(NECK + 0.003, TOP + 0.01), at(0.091, TOP + 0.05), at(0.0885, TOP + 0.091)),
    ...curve(at(0.0885, TOP + 0.091), at(0.05, TOP + 0.083), at(0.012, THROAT.y - 0.006)),
  ];
  return piece(turned(leaf, sign), {
    thickness: 0.0045,
    roundness: 0.004,
    origin: at(0.01 * sign, 0.36),
    down: at(sign * 0.45, 0.89),
    seams: [{ kind: 'stitch', points: turned(edge, sign) }],
  });
}

/** A buttoned shirt with collar, placket, pocket and cuffs. */
export function cutShirt(): CutGarment {
  const half = [
    at(NECK + 0.006, TOP),
    ...curve(at(NECK + 0.006, TOP), at(0.155, TOP + 0.016), TIP),
    ...curve(TIP, at(0.214, 0.27), ARMPIT),
    ...smoothLine([ARMPIT, at(0.25, 0.46), at(0.254, 0.63), HEM]).slice(1),
    ...curve(HEM, at(0.236, TAIL), at(0.12, TAIL + 0.004)),
    at(0, TAIL + 0.004),
  ];
  const front = [
    THROAT,
    ...curve(THROAT, at(0.06, TOP + 0.06), at(NECK + 0.006, TOP)),
    ...half.slice(1),
    ...mirrored(half.slice(1)),
    ...curve(at(-NECK - 0.006, TOP), at(-0.06, TOP + 0.06), THROAT),
  ];
  const back = [
    at(NECK, TOP - 0.006),
    ...curve(at(NECK, TOP - 0.006), at(0, TOP - 0.042), at(-NECK, TOP - 0.006)),
    at(-0.05, TOP + 0.05),
    THROAT,
    at(0.05, TOP + 0.05),
  ];
  const stand = [
    at(NECK - 0.006, TOP),
    ...curve(at(NECK - 0.006, TOP), at(0, TOP + 0.046), at(-NECK + 0.006, TOP)),
    ...curve(at(-NECK + 0.006, TOP - 0.012), at(0, TOP + 0.004), at(NECK - 0.006, TOP - 0.012)),
  ];
  const placket = [
    at(-0.017, THROAT.y + 0.004),
    at(0.017, THROAT.y + 0.004),
    at(0.017, TAIL + 0.003),
    at(-0.017, TAIL + 0.003),
  ];
  const pocket = [
    at(0.078, 0.335),
    at(0.182, 0.335),
    at(0.182, 0.44),
    at(0.13, 0.463),
    at(0.078, 0.44),
  ];
  const stitchedPocket = [
    at(0.082, 0.339),
    at(0.082, 0.437),
    at(0.13, 0.458),
    at(0.178, 0.437),
    at(0.178, 0.339),
  ];
  const hemHalf = [
    ...curve(at(HEM.x - 0.009, HEM.y), at(0.228, TAIL - 0.01), at(0.12, TAIL - 0.006)),
    at(0, TAIL - 0.006),
  ];
  const buttons = Array.from({ length: 7 }, (_, i) =>
    piece(circle(0, 0.205 + i * 0.088, 0.0062), {
      cloth: BUTTON,
      thickness: 0.0025,
      roundness: 0.002,
    }),
  );
  return {
    category: 'upper',
    view: 1.21,
    drop: 0.13,
    right: {
      collar: at(NECK, TOP),
      tip: TIP,
      armpit: ARMPIT,
      hem: HEM,
      cuff: [at(0.424, 0.748), at(0.362, 0.762)],
    },
    pieces: [
      piece(back, { cloth: 'inside', thickness: 0.004 }),
      piece(stand, { cloth: 'inside', thickness: 0.003 }),
      piece(
        [
          at(-0.018, TOP + 0.03),
          at(0.018, TOP + 0.03),
          at(0.018, TOP + 0.05),
          at(-0.018, TOP + 0.05),
        ],
        { cloth: [238, 236, 230], thickness: 0.0015, roundness: 0.002 },
      ),
      ...sleevePieces(1),
      ...sleevePieces(-1),
      piece(front, {
        thickness: 0.006,
        roundness: 0.011,
        seams: [
          { kind: 'stitch', points: [...hemHalf, ...mirrored(hemHalf)] },
          {
            kind: 'seam',
            points: curve(at(0.09, TOP + 0.018), at(0.16, TOP + 0.034), at(0.226, TIP.y + 0.02)),
          },
          {
            kind: 'seam',
            points: curve(at(-0.09, TOP + 0.018), at(-0.16, TOP + 0.034), at(-0.226, TIP.y + 0.02)),
          },
        ],
        creases: [
          crease(0.2, 0.37, -0.5, 0.8, [0.13, 0.06], 0.045, 0.005),
          crease(-0.2, 0.38, 0.45, 0.85, [0.13, 0.06], 0.05, 0.005),
          crease(0.13, 0.65, -0.15, 1, [0.17, 0.07], 0.06, 0.005),
          crease(-0.13, 0.62, 0.12, 1, [0.17, 0.08], 0.065, 0.005),
        ],
      }),
      piece(pocket, {
        thickness: 0.0025,
        roundness: 0.003,
        seams: [
          { kind: 'stitch', points: stitchedPocket },
          { kind: 'stitch', points: [at(0.078, 0.353), at(0.182, 0.353)] },
        ],
      }),
      piece(placket, {
        thickness: 0.003,
        roundness: 0.003,
        seams: [-1, 1].map((sign) => ({
          kind: 'stitch' as const,
          points: [at(0.012 * sign, THROAT.y + 0.01), at(0.012 * sign, TAIL)],
        })),
      }),
      ...buttons,
      collarLeaf(-1),
      collarLeaf(1),
    ],
  };
}
