import type { CutGarment } from './garment-spec.ts';
import { at, curve, hanging, mirrored, smoothLine } from './outline.ts';
import { crease, type Piece, piece } from './piece.ts';

const TOP = 0.07;
const NECK = 0.094;
const TIP = at(0.182, 0.1);
const ARMPIT = at(0.206, 0.245);
const WAIST = at(0.172, 0.43);
const HEM = at(0.322, 1.03);

function sleeve(sign: number): Piece {
  const outer = at(0.292, 0.196);
  const inner = at(0.25, 0.266);
  const outline = [
    at(TIP.x - 0.03, TIP.y),
    TIP,
    ...curve(TIP, at(0.252, 0.118), outer),
    ...curve(outer, at(0.28, 0.242), inner),
    ...curve(inner, at(0.226, 0.25), at(ARMPIT.x - 0.01, ARMPIT.y)),
    at(ARMPIT.x - 0.05, ARMPIT.y - 0.05),
  ];
  const edge = [at(outer.x - 0.012, outer.y - 0.008), at(inner.x - 0.012, inner.y - 0.008)];
  const turned = (points: readonly { x: number; y: number }[]) =>
    points.map(({ x, y }) => at(x * sign, y));
  return piece(turned(outline), {
    origin: at(sign * 0.2, 0.2),
    down: at(sign * 0.8, 0.6),
    thickness: 0.006,
    roundness: 0.011,
    seams: [{ kind: 'stitch', points: turned(edge) }],
    creases: [crease(sign * 0.215, 0.17, sign * 0.8, 0.55, [0.08, 0.05], 0.022, 0.004)],
  });
}

/** A dress with short sleeves, a fitted waist and a wide skirt. */
export function cutDress(): CutGarment {
  const bodiceHalf = [
    at(NECK + 0.004, TOP),
    TIP,
    ...curve(TIP, at(0.168, 0.19), ARMPIT),
    ...curve(ARMPIT, at(0.188, 0.35), WAIST),
    ...curve(WAIST, at(0.1, WAIST.y + 0.012), at(0, WAIST.y + 0.012)),
  ];
  const hemHalf = curve(HEM, at(0.19, HEM.y + 0.042), at(0, HEM.y + 0.042));
  const skirtHalf = [
    at(0, WAIST.y),
    ...curve(at(0, WAIST.y), at(0.1, WAIST.y), at(WAIST.x, WAIST.y - 0.01)),
    ...smoothLine([at(WAIST.x, WAIST.y - 0.01), at(0.226, 0.56), at(0.276, 0.78), HEM]).slice(1),
    ...hemHalf,
  ];
  const neck = hanging(NECK, TOP, 0.112, 2.2);
  const bodice = [...neck.toReversed(), ...bodiceHalf, ...mirrored(bodiceHalf)];
  const inside = [
    at(NECK + 0.008, TOP - 0.004),
    ...curve(at(NECK, TOP - 0.003), at(0, TOP + 0.05), at(-NECK, TOP - 0.003)),
    ...hanging(NECK + 0.012, TOP, 0.126, 2.2).toReversed(),
  ];
  const stitched = hemHalf.map((p) => at(p.x, p.y - 0.025));
  const gathers = [-0.13, -0.08, -0.03, 0.025, 0.075, 0.125].map((x, i) =>
    crease(x, 0.5 + (i % 2) * 0.03, x * 0.5, 1, [0.11, 0.03], 0.026, 0.004),
  );
  const drapes = [-0.2, -0.07, 0.06, 0.19].map((x, i) =>
    crease(x, 0.86 + (i % 2) * 0.04, x * 0.62, 1, [0.25, 0.08], 0.088, 0.0105),
  );
  return {
    category: 'dress',
    view: 1.2,
    drop: 0.03,
    right: {
      collar: at(NECK, TOP),
      tip: TIP,
      armpit: ARMPIT,
      hem: HEM,
      cuff: [at(0.292, 0.196), at(0.25, 0.266)],
    },
    pieces: [
      piece(inside, { cloth: 'inside', thickness: 0.003 }),
      piece(
        [
          at(-0.014, TOP + 0.028),
          at(0.014, TOP + 0.028),
          at(0.014, TOP + 0.044),
          at(-0.014, TOP + 0.044),
        ],
        { cloth: [240, 238, 232], thickness: 0.0015, roundness: 0.002 },
      ),
      sleeve(1),
      sleeve(-1),
      piece([...skirtHalf, ...mirrored(skirtHalf)], {
        thickness: 0.007,
        roundness: 0.014,
        seams: [{ kind: 'stitch', points: [...stitched, ...mirrored(stitched)] }],
        creases: [...gathers, ...drapes],
      }),
      piece(bodice, {
        thickness: 0.004,
        roundness: 0.008,
        seams: [
          { kind: 'stitch', points: hanging(NECK + 0.009, TOP, 0.122, 2.2) },
          { kind: 'seam', points: curve(at(0.135, 0.31), at(0.098, 0.34), at(0.09, 0.43)) },
          { kind: 'seam', points: curve(at(-0.135, 0.31), at(-0.098, 0.34), at(-0.09, 0.43)) },
        ],
        creases: [
          crease(0.14, 0.28, -0.6, 0.6, [0.09, 0.05], 0.04, 0.0035),
          crease(-0.14, 0.28, 0.6, 0.6, [0.09, 0.05], 0.042, 0.0035),
        ],
      }),
    ],
  };
}
