import type { Point } from '@proteus/raster/types.ts';
import type { CutGarment } from './garment-spec.ts';
import { at, circle, curve, smoothLine } from './outline.ts';
import { crease, type Piece, piece } from './piece.ts';

const WAIST = at(0.196, 0.075);
const BAND = 0.042;
const HIP = at(0.246, 0.275);
const CROTCH = at(0, 0.372);
const OUTER = at(0.232, 1.1);
const INNER = at(0.09, 1.112);
const STITCH = 0.006;

function turned(points: readonly Point[], sign: number): readonly Point[] {
  return points.map(({ x, y }) => at(x * sign, y));
}

function leg(sign: number): Piece {
  const outline = [
    at(0, WAIST.y + 0.03),
    ...curve(at(0, WAIST.y + 0.03), at(0.1, WAIST.y + 0.022), at(WAIST.x, WAIST.y + 0.012)),
    ...smoothLine([
      at(WAIST.x, WAIST.y + 0.012),
      at(0.229, 0.17),
      HIP,
      at(0.248, 0.48),
      at(0.238, 0.8),
      OUTER,
    ]).slice(1),
    ...curve(OUTER, at(0.16, 1.118), INNER),
    ...smoothLine([INNER, at(0.072, 0.85), at(0.048, 0.6), at(0.022, 0.43), CROTCH]).slice(1),
  ];
  const pocket = smoothLine([
    at(0.1, WAIST.y + BAND),
    at(0.118, 0.17),
    at(0.16, 0.21),
    at(0.236, 0.222),
  ]);
  const shifted = pocket.map((p) => at(p.x - STITCH * 0.7, p.y + STITCH));
  const inseam = smoothLine([
    at(0.09 + 0.008, 1.1),
    at(0.08, 0.85),
    at(0.056, 0.6),
    at(0.03, 0.43),
  ]);
  return piece(turned(outline, sign), {
    origin: at(0.12 * sign, 0.4),
    thickness: 0.008,
    roundness: 0.014,
    seams: [
      { kind: 'seam', points: turned(pocket, sign) },
      { kind: 'stitch', points: turned(shifted, sign) },
      { kind: 'stitch', points: turned(inseam, sign) },
      {
        kind: 'stitch',
        points: turned(
          curve(at(OUTER.x, OUTER.y - 0.026), at(0.16, 1.092), at(INNER.x, INNER.y - 0.026)),
          sign,
        ),
      },
    ],
    creases: [
      crease(sign * 0.05, 0.36, sign, 0.5, [0.1, 0.05], 0.035, 0.006),
      crease(sign * 0.14, 0.62, sign * 0.9, -0.35, [0.1, 0.1], 0.055, 0.0055),
      crease(sign * 0.15, 0.9, sign * 0.1, 1, [0.2, 0.06], 0.07, 0.005),
      crease(sign * 0.16, 1.05, sign * 0.9, 0.25, [0.08, 0.05], 0.04, 0.004),
      crease(sign * 0.16, 0.3, sign * 0.4, 0.9, [0.12, 0.05], 0.05, 0.004),
    ],
  });
}

/** Five-pocket trousers. */
export function cutTrousers(): CutGarment {
  const lower = (y: number) =>
    curve(
      at(WAIST.x + (y - WAIST.y) * 0.28, y),
      at(0, y + 0.026),
      at(-WAIST.x - (y - WAIST.y) * 0.28, y),
    );
  const upper = [WAIST, ...curve(WAIST, at(0, WAIST.y + 0.026), at(-WAIST.x, WAIST.y))];
  const band = [
    ...upper,
    ...lower(WAIST.y + BAND).toReversed(),
    at(WAIST.x + BAND * 0.28, WAIST.y + BAND),
  ];
  const inside = [
    WAIST,
    ...curve(WAIST, at(0, WAIST.y - 0.034), at(-WAIST.x, WAIST.y)),
    ...curve(at(-WAIST.x, WAIST.y + 0.006), at(0, WAIST.y + 0.034), at(WAIST.x, WAIST.y + 0.006)),
  ];
  const fly = smoothLine([
    at(0.036, WAIST.y + BAND + 0.013),
    at(0.036, 0.245),
    at(0.026, 0.29),
    at(0.002, 0.312),
  ]);
  const loops = [-0.14, -0.062, 0.062, 0.14].map((x) =>
    piece(
      [
        at(x - 0.006, WAIST.y - 0.001),
        at(x + 0.006, WAIST.y - 0.001),
        at(x + 0.006, WAIST.y + 0.062),
        at(x - 0.006, WAIST.y + 0.062),
      ],
      { thickness: 0.0035, roundness: 0.003 },
    ),
  );
  return {
    category: 'lower',
    view: 1.26,
    drop: 0.035,
    right: { collar: WAIST, tip: HIP, armpit: CROTCH, hem: OUTER, cuff: [OUTER, INNER] },
    pieces: [
      piece(inside, { cloth: 'inside', thickness: 0.003 }),
      piece(
        [
          at(-0.02, WAIST.y - 0.007),
          at(0.02, WAIST.y - 0.007),
          at(0.02, WAIST.y + 0.012),
          at(-0.02, WAIST.y + 0.012),
        ],
        { cloth: [176, 128, 84], thickness: 0.0015, roundness: 0.002 },
      ),
      leg(-1),
      {
        ...leg(1),
        seams: [
          ...leg(1).seams,
          { kind: 'stitch', points: fly },
          { kind: 'seam', points: [at(0.0015, WAIST.y + BAND), at(0.0015, 0.37)] },
          { kind: 'stitch', points: [at(0.008, 0.315), at(0.01, 0.365)] },
        ],
      },
      piece(band, {
        thickness: 0.004,
        roundness: 0.004,
        origin: at(0.04, 0.3),
        seams: [
          { kind: 'stitch', points: lower(WAIST.y + BAND - 0.006) },
          { kind: 'stitch', points: upper.map((p) => at(p.x * 0.99, p.y + 0.006)) },
        ],
      }),
      ...loops,
      piece(circle(0.012, WAIST.y + 0.034, 0.0085), {
        cloth: [176, 138, 92],
        thickness: 0.004,
        roundness: 0.003,
      }),
      piece(circle(0.012, WAIST.y + 0.034, 0.0045), {
        cloth: [120, 88, 56],
        thickness: 0.001,
        roundness: 0.002,
      }),
      ...[0.106, 0.226].flatMap((x) =>
        [1, -1].map((sign) =>
          piece(circle(sign * x, x < 0.2 ? 0.137 : 0.232, 0.0032), {
            cloth: [170, 132, 88],
            thickness: 0.002,
            roundness: 0.001,
          }),
        ),
      ),
    ],
  };
}
