import type { CutGarment } from './garment-spec.ts';
import { at, curve, hanging, mirrored, smoothLine } from './outline.ts';
import { crease, piece } from './piece.ts';

const TOP = 0.1;
const NECK = 0.088;
const TIP = at(0.146, 0.112);
const ARMPIT = at(0.222, 0.318);
const HEM = at(0.238, 0.765);

/** A sleeveless top with bound neck and armholes. */
export function cutTank(): CutGarment {
  const armhole = curve(TIP, at(0.118, 0.285), ARMPIT);
  const hemHalf = curve(HEM, at(0.14, HEM.y + 0.012), at(0, HEM.y + 0.012));
  const half = [
    at(NECK, TOP),
    TIP,
    ...armhole,
    ...smoothLine([ARMPIT, at(0.212, 0.45), at(0.222, 0.62), HEM]).slice(1),
    ...hemHalf,
  ];
  const neck = hanging(NECK, TOP, 0.165, 2.3);
  const front = [...neck.toReversed(), ...half, ...mirrored(half)];
  const backNeck = curve(at(NECK - 0.002, TOP), at(0, TOP + 0.12), at(-NECK + 0.002, TOP));
  const inside = [
    at(NECK + 0.01, TOP - 0.004),
    ...backNeck,
    ...hanging(NECK + 0.012, TOP, 0.18, 2.3).toReversed(),
  ];
  const backBand = [...backNeck, ...backNeck.map((p) => at(p.x, p.y + 0.013)).toReversed()];
  const neckBand = [...neck, ...hanging(NECK + 0.011, TOP, 0.177, 2.3).toReversed()];
  const armBand = [
    TIP,
    ...armhole,
    ...armhole.map((p, i) => at(p.x - 0.011, p.y + (i * 0.008) / 24)).toReversed(),
    at(TIP.x - 0.011, TIP.y),
  ];
  const stitched = hemHalf.map((p) => at(p.x, p.y - 0.02));
  return {
    category: 'upper',
    view: 0.98,
    drop: 0.055,
    right: { collar: at(NECK, TOP), tip: TIP, armpit: ARMPIT, hem: HEM, cuff: null },
    pieces: [
      piece(inside, { cloth: 'inside', thickness: 0.003 }),
      piece(backBand, { cloth: 'band', thickness: 0.002, roundness: 0.003 }),
      piece(front, {
        thickness: 0.006,
        roundness: 0.011,
        seams: [{ kind: 'stitch', points: [...stitched, ...mirrored(stitched)] }],
        creases: [
          crease(0.15, 0.36, -0.5, 0.8, [0.12, 0.06], 0.045, 0.0045),
          crease(-0.16, 0.37, 0.4, 0.85, [0.12, 0.06], 0.05, 0.0045),
          crease(0.08, 0.62, -0.2, 1, [0.17, 0.09], 0.07, 0.005),
          crease(-0.1, 0.6, 0.2, 1, [0.16, 0.08], 0.06, 0.0045),
        ],
      }),
      piece(neckBand, { cloth: 'band', thickness: 0.003, roundness: 0.004 }),
      piece(armBand, { cloth: 'band', thickness: 0.003, roundness: 0.004 }),
      piece(mirrored(armBand), { cloth: 'band', thickness: 0.003, roundness: 0.004 }),
    ],
  };
}
