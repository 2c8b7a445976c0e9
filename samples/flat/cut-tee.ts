import type { Point } from '@proteus/raster/types.ts';
import type { CutGarment, GarmentShape } from './garment-spec.ts';
import { at, curve, hanging, mirrored, smoothLine } from './outline.ts';
import { crease, type Piece, piece } from './piece.ts';

/** Measures of a top, metres; the picture's top edge is y = 0. */
const TOP = 0.105;
const NECK = 0.09;
const TIP = at(0.222, 0.156);
const ARMPIT = at(0.252, 0.318);
const HEM = at(0.256, 0.79);
const RIB = 0.02;

function flip(point: Point, sign: number): Point {
  return at(point.x * sign, point.y);
}

function neckline(neck: 'crew' | 'v', inset: number): readonly Point[] {
  if (neck === 'crew') return hanging(NECK + inset, TOP, 0.078 + inset);
  const side = [
    at(NECK + inset, TOP),
    ...curve(
      at(NECK + inset, TOP),
      at(NECK * 0.82 + inset, TOP + 0.09),
      at(0, TOP + 0.17 + inset * 1.5),
    ),
  ];
  return [...side, ...mirrored(side).slice(1)];
}

/** Right half of the front's outline from the neck over shoulder, armhole and side to the hem's middle. */
function frontHalf(): readonly Point[] {
  const neck = at(NECK + 0.004, TOP);
  return [
    ...curve(neck, at(0.155, TOP + 0.014), TIP),
    ...curve(TIP, at(0.212, 0.262), ARMPIT),
    ...smoothLine([ARMPIT, at(0.246, 0.45), at(0.249, 0.63), HEM]).slice(1),
    ...curve(HEM, at(0.15, HEM.y + 0.014), at(0, HEM.y + 0.014)),
  ];
}

function sleeve(
  kind: 'short' | 'long',
  sign: number,
  band: boolean,
): { readonly pieces: readonly Piece[]; readonly cuff: readonly [Point, Point] } {
  const short = kind === 'short';
  const outer = short ? at(0.388, 0.292) : at(0.412, 0.742);
  const inner = short ? at(0.318, 0.362) : at(0.352, 0.752);
  const top = short
    ? curve(TIP, at(0.31, 0.19), outer)
    : smoothLine([TIP, at(0.276, 0.208), at(0.318, 0.3), at(0.366, 0.48), outer]).slice(1);
  const under = short
    ? curve(inner, at(0.285, 0.345), at(ARMPIT.x - 0.012, ARMPIT.y + 0.004))
    : smoothLine([
        inner,
        at(0.31, 0.5),
        at(0.272, 0.385),
        at(ARMPIT.x - 0.012, ARMPIT.y + 0.004),
      ]).slice(1);
  const cuffEdge = curve(
    outer,
    at((outer.x + inner.x) / 2 + 0.006, (outer.y + inner.y) / 2 + 0.01),
    inner,
  );
  const outline = [
    at(TIP.x - 0.03, TIP.y),
    TIP,
    ...top,
    ...cuffEdge,
    ...under,
    at(ARMPIT.x - 0.05, ARMPIT.y - 0.05),
  ];
  const way = short ? at(0.72, 0.69) : at(0.26, 0.966);
  const inward = (point: Point, metres: number) =>
    at(point.x - way.x * metres, point.y - way.y * metres);
  const hem = short ? 0.02 : 0.045;
  const edge = [inward(outer, hem), inward(inner, hem)];
  const turned = (points: readonly Point[]) => points.map((point) => flip(point, sign));
  const cuffPiece =
    band || !short
      ? [
          piece(turned([inward(outer, hem), ...[outer, ...cuffEdge], inward(inner, hem)]), {
            cloth: 'band',
            thickness: 0.003,
            roundness: 0.004,
            ribs: short ? 0 : 0.0035,
            origin: flip(outer, sign),
            down: flip(way, sign),
          }),
        ]
      : [];
  return {
    cuff: [outer, inner],
    pieces: [
      piece(turned(outline), {
        cloth: 'unprinted',
        origin: at(sign * (TIP.x + 0.03), 0.31),
        down: at(sign * way.x, way.y),
        thickness: 0.007,
        roundness: 0.012,
        seams: short ? [{ kind: 'stitch', points: turned(edge) }] : [],
        creases: short
          ? [crease(sign * 0.27, 0.27, sign * 0.75, 0.5, [0.08, 0.05], 0.035, 0.004)]
          : [
              crease(sign * 0.28, 0.31, sign * 0.35, 0.9, [0.12, 0.05], 0.035, 0.005),
              crease(sign * 0.335, 0.5, sign * 0.85, 0.4, [0.06, 0.06], 0.032, 0.005),
              crease(sign * 0.37, 0.66, sign * 0.3, 0.9, [0.1, 0.03], 0.028, 0.003),
            ],
      }),
      ...cuffPiece,
    ],
  };
}

/** A tee or long-sleeved top with a ribbed collar. */
export function cutTee(shape: Extract<GarmentShape, { kind: 'tee' }>, band: boolean): CutGarment {
  const { neck } = shape;
  const half = frontHalf();
  const front = [...neckline(neck, 0.004).toReversed(), ...half, ...mirrored(half)];
  const back = curve(at(NECK, TOP), at(0, TOP + 0.036), at(-NECK, TOP));
  const inside = [
    at(NECK + 0.006, TOP - 0.004),
    ...curve(at(NECK + 0.006, TOP - 0.004), at(0, TOP + 0.022), at(-NECK - 0.006, TOP - 0.004)),
    ...neckline(neck, 0.01).toReversed(),
  ];
  const lower = back.map((point) => at(point.x, point.y + RIB));
  const backRib = [
    at(NECK, TOP - 0.004),
    ...back.map((p) => at(p.x, p.y - 0.006)),
    ...lower.toReversed(),
  ];
  const ribEdge = neckline(neck, RIB * 0.55);
  const rib = [...neckline(neck, -0.004), ...ribEdge.toReversed()];
  const sides = [1, -1].map((sign) => sleeve(shape.sleeve, sign, band));
  const label = [
    at(-0.017, TOP + 0.034),
    at(0.017, TOP + 0.034),
    at(0.017, TOP + 0.052),
    at(-0.017, TOP + 0.052),
  ];
  const hemLine = curve(HEM, at(0.15, HEM.y + 0.014), at(0, HEM.y + 0.014)).map((p) =>
    at(p.x, p.y - 0.022),
  );
  return {
    category: 'upper',
    view: shape.sleeve === 'short' ? 1.12 : 1.19,
    drop: shape.sleeve === 'short' ? 0.1 : 0.135,
    right: { collar: at(NECK, TOP), tip: TIP, armpit: ARMPIT, hem: HEM, cuff: sides[0]!.cuff },
    pieces: [
      piece(inside, { cloth: 'inside', thickness: 0.003 }),
      piece(label, { cloth: [242, 240, 235], thickness: 0.0015, roundness: 0.002 }),
      piece(backRib, { cloth: 'band', thickness: 0.003, roundness: 0.004, ribs: 0.0035 }),
      ...sides.flatMap((side) => side.pieces),
      piece(front, {
        thickness: 0.007,
        roundness: 0.012,
        seams: [
          { kind: 'stitch', points: [...hemLine, ...mirrored(hemLine)] },
          { kind: 'stitch', points: neckline(neck, RIB * 0.55 + 0.006) },
        ],
        creases: [
          crease(0.2, 0.36, -0.5, 0.8, [0.13, 0.06], 0.045, 0.0045),
          crease(-0.2, 0.37, 0.45, 0.85, [0.13, 0.06], 0.05, 0.0045),
          crease(0.1, 0.63, -0.25, 1, [0.17, 0.09], 0.075, 0.0045),
          crease(-0.13, 0.66, 0.2, 1, [0.15, 0.07], 0.06, 0.004),
          crease(0.02, 0.45, 0.9, 0.4, [0.16, 0.07], 0.07, 0.002),
        ],
      }),
      piece(rib, { cloth: 'band', thickness: 0.0035, roundness: 0.005, ribs: 0.0035 }),
    ],
  };
}
