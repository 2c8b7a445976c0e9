import type { Corrections } from '@proteus/contracts/jobs/corrections.ts';
import { renderGarment, SAMPLE_GARMENTS } from '@proteus/samples/garments.ts';
import { describe, expect, it } from 'vitest';
import type { LowerBodyGarment, UpperBodyGarment } from '../../../garment-analysis.ts';
import { GARMENT_PART, LOWER_PART } from '../../../garment-analysis.ts';
import { analyseGarment } from '../analyse-garment.ts';
import { correctGarment } from './correct-garment.ts';

const SIZE = { width: 432, height: 576 };
const drawn = (name: string, category: 'upper' | 'lower') => {
  const spec = SAMPLE_GARMENTS.find((one) => one.name.startsWith(name))!;
  return analyseGarment(renderGarment(spec, SIZE).picture, category, SIZE, () => {});
};
const tee = drawn('tee', 'upper') as UpperBodyGarment;
const trousers = drawn('trousers', 'lower') as LowerBodyGarment;

const share = ({ x, y }: { x: number; y: number }, dx = 0, dy = 0) => ({
  x: (x + dx + 0.5) / SIZE.width,
  y: (y + dy + 0.5) / SIZE.height,
});
const corrected = (landmarks: Corrections['garment_landmarks']) =>
  correctGarment(tee, landmarks) as UpperBodyGarment;
const correctedTrousers = (landmarks: Corrections['garment_landmarks']) =>
  correctGarment(trousers, landmarks) as LowerBodyGarment;
const area = (data: Uint8Array, label: number) => data.filter((part) => part === label).length;

describe('a corrected top', () => {
  it('is the analysis itself where nothing was corrected', () => {
    expect(correctGarment(tee, {})).toBe(tee);
  });

  it('hardly changes when its landmarks are put where they are', () => {
    const same = corrected({ left_armpit: share(tee.left.armpit), left_hem: share(tee.left.hem) });
    expect(same.left.armpit.x).toBeCloseTo(tee.left.armpit.x, 0);
    let different = 0;
    for (let i = 0; i < same.parts.data.length; i++) {
      if (same.parts.data[i] !== tee.parts.data[i]) different++;
    }
    expect(different).toBeLessThan(0.01 * area(tee.parts.data, GARMENT_PART.torso));
    expect(same.right).toEqual(expect.objectContaining({ armpit: tee.right.armpit }));
  });

  it('gives the sleeve the cloth that the armhole leaves it', () => {
    const inward = corrected({
      left_shoulder: share(tee.left.tip, 20, 0),
      left_armpit: share(tee.left.armpit, 20, 10),
    });
    expect(inward.left.tip.x).toBeCloseTo(tee.left.tip.x + 20, 0);
    expect(area(inward.parts.data, GARMENT_PART.leftSleeve)).toBeGreaterThan(
      1.1 * area(tee.parts.data, GARMENT_PART.leftSleeve),
    );
    expect(area(inward.parts.data, GARMENT_PART.rightSleeve)).toBe(
      area(tee.parts.data, GARMENT_PART.rightSleeve),
    );
    expect(inward.left.seam[0]!.point.x).toBeGreaterThan(tee.left.seam[0]!.point.x + 5);
  });

  it('ends where its hem is put', () => {
    const longer = corrected({
      left_hem: share(tee.left.hem, 0, -40),
      right_hem: share(tee.right.hem, 0, -40),
    });
    expect(longer.hem).toBeCloseTo(tee.hem - 40, 0);
    expect(longer.left.seam.at(-1)!.point.y).toBeLessThan(tee.left.seam.at(-1)!.point.y - 20);
  });

  it('has its sleeve along the line to where its cuff is put', () => {
    const { sleeve } = tee.left;
    const end = {
      x: sleeve!.origin.x + 0.5 * sleeve!.axis.x * sleeve!.length,
      y: sleeve!.origin.y + 0.5 * sleeve!.axis.y * sleeve!.length,
    };
    const shorter = corrected({
      left_cuff_outer: share(end, -8, -10),
      left_cuff_inner: share(end, 8, 10),
    });
    expect(shorter.left.sleeve!.length).toBeLessThan(0.6 * sleeve!.length);
    const cuff = shorter.left.sleeve!.slices.at(-1)!;
    expect(cuff.high - cuff.low).toBeLessThan(40);
    expect(shorter.right.sleeve).toEqual(tee.right.sleeve);
  });

  it('paints the inside of its collar anew between the collar points', () => {
    const wider = corrected({
      left_collar: share(tee.left.collar, 12, 0),
      right_collar: share(tee.right.collar, -12, 0),
    });
    expect(wider.innerCollar.data).not.toEqual(tee.innerCollar.data);
  });
});

describe('corrected trousers', () => {
  it('part their legs at the crotch', () => {
    const lower = correctedTrousers({ crotch: share(trousers.crotch!, 0, 40) });
    expect(lower.crotch!.y).toBeCloseTo(trousers.crotch!.y + 40, 0);
    expect(area(lower.parts.data, LOWER_PART.seat)).toBeGreaterThan(
      1.05 * area(trousers.parts.data, LOWER_PART.seat),
    );
    expect(lower.left.inner[0]!.point.y).toBeGreaterThan(trousers.left.inner[0]!.point.y + 20);
  });

  it('end where their hems are put', () => {
    const lower = correctedTrousers({
      left_hem: share(trousers.left.hem, 0, -60),
      right_hem: share(trousers.right.hem, 0, -60),
      left_leg_inner_hem: share(trousers.left.innerHem, 0, -60),
      right_leg_inner_hem: share(trousers.right.innerHem, 0, -60),
    });
    expect(lower.hem).toBeLessThan(trousers.hem - 50);
    expect(lower.right.outer.at(-1)!.point.y).toBeLessThan(trousers.right.outer.at(-1)!.point.y);
  });
});

describe('corrections that cannot be', () => {
  it.each([
    ['cross the other side', () => corrected({ left_armpit: { x: 0.95, y: 0.4 } }), 'left_armpit'],
    [
      'lie below what they lie above',
      () => corrected({ left_hem: { x: 0.3, y: 0.02 } }),
      'left_hem',
    ],
    ['belong to another kind', () => corrected({ crotch: { x: 0.5, y: 0.5 } }), 'crotch'],
    [
      'belong to another kind, the other way round',
      () => correctedTrousers({ left_collar: { x: 0.4, y: 0.1 } }),
      'left_collar',
    ],
    [
      'leave a sleeve no length',
      () => {
        const { origin } = tee.left.sleeve!;
        return corrected({ left_cuff_outer: share(origin, -2), left_cuff_inner: share(origin, 2) });
      },
      'left_cuff',
    ],
  ])('are refused when they %s', (_what, correct, field) => {
    expect(correct).toThrow(
      expect.objectContaining({
        code: 'INVALID_REQUEST',
        message: expect.stringContaining(`garment_landmarks.${field}`),
        details: [expect.objectContaining({ path: `garment_landmarks.${field}` })],
      }),
    );
  });
});
