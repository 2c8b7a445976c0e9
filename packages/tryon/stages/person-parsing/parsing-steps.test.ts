import { describe, expect, it } from 'vitest';
import { bodyCoordinates } from './evidence/body-coordinates.ts';
import { colourModel } from './evidence/colour-model.ts';
import { faceGeometry } from './evidence/face-geometry.ts';
import { hemPosition } from './evidence/hem-position.ts';
import { limbEnds } from './evidence/limb-ends.ts';
import { bodyUnit } from './evidence/torso-frame.ts';
import { regionSeeds } from './regions/region-models.ts';
import { BACKGROUND, HAIR, LOWER, SKIN, UPPER } from './regions/region-priors.ts';
import { flatFigure } from './testing/flat-figure.ts';
import { measuredFigure, measureFigure } from './testing/measured-figure.ts';
import { recoverStraps } from './tidy/recover-straps.ts';
import { tidyLabels } from './tidy/tidy-labels.ts';

describe('bodyCoordinates', () => {
  it('counts 0 at the shoulders and 1 at the hips, positive to the right', () => {
    const { body } = measuredFigure();
    expect(body.down[62 * 192 + 96]).toBeCloseTo(0);
    expect(body.down[132 * 192 + 96]).toBeCloseTo(1);
    expect(body.across[62 * 192 + 119]).toBeCloseTo(0.5);
  });

  it('counts 1 at the elbow and 2 at the wrist of the left arm', () => {
    const { body } = measuredFigure();
    expect(body.armAlong[0][98 * 192 + 133]).toBeCloseTo(1);
    expect(body.armAlong[0][130 * 192 + 141]).toBeCloseTo(2);
    expect(body.upperArms[0][98 * 192 + 133]).toBeCloseTo(0);
  });

  it('measures the same body in a picture of half the size', () => {
    const { pose, picture, frame, body } = measuredFigure();
    const half = bodyCoordinates(
      pose,
      frame,
      faceGeometry(pose),
      { width: picture.width / 2, height: picture.height / 2 },
      0.5,
      Uint32Array.from({ length: 96 * 128 }, (_, i) => i),
    );
    const whole = (body.down[100 * 192 + 80]! + body.down[101 * 192 + 81]!) / 2;
    expect(half.down[50 * 96 + 40]).toBeCloseTo(whole);
  });
});

describe('gatherEvidence', () => {
  it('takes the skin tone from the face and knows it again on the arms', () => {
    const { evidence } = measuredFigure({ sleeve: 0, upper: [30, 120, 60] });
    expect(evidence.skin[100 * 192 + 133]).toBeGreaterThan(0.8);
    expect(evidence.skin[100 * 192 + 96]).toBeLessThan(0.01);
  });

  it('expects the backdrop to go on behind the person', () => {
    const { evidence } = measuredFigure({ upper: [250, 250, 250], backdrop: [226, 226, 228] });
    expect(evidence.backdropDensity[10 * 192 + 10]).toBeGreaterThan(0.1);
    expect(evidence.backdropDensity[100 * 192 + 96]).toBeLessThan(1e-3);
  });
});

describe('hemPosition', () => {
  it('finds where the colours of top and trousers meet', () => {
    for (const hem of [112, 134, 150]) {
      const { body, evidence } = measuredFigure({ hem });
      const found = hemPosition(body, evidence);
      expect(62 + found.down * 70).toBeGreaterThan(hem - 4);
      expect(62 + found.down * 70).toBeLessThan(hem + 4);
      expect(found.clarity).toBeGreaterThan(0.7);
    }
  });

  it('finds where a bare midriff begins, and that there is none under a long top', () => {
    const figure = flatFigure({ hem: 128 });
    const skin = [214, 168, 142];
    for (let y = 98; y < 128; y++) {
      for (let x = 60; x < 132; x++) {
        if (figure.regions.data[y * 192 + x] === UPPER)
          figure.picture.data.set(skin, (y * 192 + x) * 3);
      }
    }
    const { body, evidence } = measureFigure(figure);
    const hem = hemPosition(body, evidence);
    expect(62 + hem.down * 70).toBeCloseTo(128, -1);
    expect(Math.abs(62 + hem.bareFrom * 70 - 98)).toBeLessThan(4);
    const long = measuredFigure({ hem: 128 });
    const longHem = hemPosition(long.body, long.evidence);
    expect(longHem.bareFrom).toBe(longHem.down);
  });

  it('guesses the hips, without clarity, where one cloth covers all', () => {
    const { body, evidence } = measuredFigure({ lower: [40, 90, 160] });
    const found = hemPosition(body, evidence);
    expect(Math.abs(found.down - 1)).toBeLessThan(0.15);
    expect(found.clarity).toBeLessThan(0.2);
  });

  it('does not take the end of a short dress for the hem of a top', () => {
    const cloth = [40, 90, 160] as const;
    const { body, evidence } = measuredFigure({ upper: cloth, lower: cloth, trouserEnd: 165 });
    expect(hemPosition(body, evidence).down).toBeLessThan(1.25);
  });
});

describe('limbEnds', () => {
  it.each([0, 0.5, 1, 1.4, 2])('finds sleeves that end at %s of the arm', (sleeve) => {
    const { pose, frame, body, evidence } = measuredFigure({ sleeve });
    const hem = hemPosition(body, evidence);
    const seeds = regionSeeds(body, evidence, hem, hem.down);
    const model = (region: number) => colourModel(evidence.bins, seeds.weights[region]!);
    const colours = { cloth: model(UPPER), bare: model(SKIN), skin: evidence.broadSkin };
    const arm = ['shoulder', 'elbow', 'wrist'] as const;
    const unit = bodyUnit(frame);
    const [left, right] = limbEnds(pose, arm, colours, evidence, 1, unit);
    expect(Math.abs(left - sleeve)).toBeLessThan(0.2);
    expect(right).toBeCloseTo(left, 1);
  });
});

describe('tidyLabels', () => {
  it('gives a face printed on a shirt to the shirt, but not the real one', () => {
    const { body, regions } = measuredFigure();
    const labels = regions.data.slice();
    for (let y = 90; y < 102; y++) labels.fill(SKIN, y * 192 + 90, y * 192 + 102);
    tidyLabels(labels, body);
    expect(labels[96 * 192 + 96]).toBe(UPPER);
    expect(labels[32 * 192 + 96]).toBe(SKIN);
  });

  it('keeps hair that frames a face and ends at the backdrop, but no shadow on a brow', () => {
    const { body, regions } = measuredFigure();
    const labels = regions.data.slice();
    // A bob: skin all along its outline but for the crown.
    for (let y = 13; y < 48; y++) {
      for (let x = 78; x < 114; x++) {
        const i = y * 192 + x;
        if (labels[i] === BACKGROUND) labels[i] = SKIN;
      }
    }
    for (let x = 90; x < 95; x++) labels[26 * 192 + x] = HAIR;
    expect(regions.data[26 * 192 + 92]).toBe(SKIN);
    expect(regions.data[16 * 192 + 96]).toBe(HAIR);
    tidyLabels(labels, body);
    expect(labels[16 * 192 + 96]).toBe(HAIR);
    expect(labels[26 * 192 + 92]).toBe(SKIN);
  });

  it('gives an earring of the garment’s colour to the head', () => {
    const { body, regions } = measuredFigure();
    const labels = regions.data.slice();
    for (let y = 34; y < 38; y++) labels.fill(UPPER, y * 192 + 104, y * 192 + 107);
    tidyLabels(labels, body);
    expect(labels[35 * 192 + 105]).not.toBe(UPPER);
  });

  it('leaves a correct labelling as it is', () => {
    const { body, regions } = measuredFigure();
    const labels = regions.data.slice();
    tidyLabels(labels, body);
    const changed = labels.reduce((sum, label, i) => sum + (label === regions.data[i] ? 0 : 1), 0);
    expect(changed).toBeLessThan(40);
  });
});

describe('recoverStraps', () => {
  it('follows a strap up from the garment, but no broad patch', () => {
    const { body } = measuredFigure();
    const labels = new Uint8Array(192 * 256).fill(SKIN);
    labels.fill(UPPER, 85 * 192);
    labels.fill(LOWER, 140 * 192);
    const data = new Float32Array(192 * 256 * 3);
    const paint = (x: number, y: number, lightness: number) => {
      data[(y * 192 + x) * 3] = lightness;
    };
    for (let y = 0; y < 256; y++) for (let x = 0; x < 192; x++) paint(x, y, y < 85 ? 70 : 10);
    for (let y = 60; y < 85; y++) paint(85, y, 30);
    for (let y = 70; y < 85; y++) for (let x = 96; x < 112; x++) paint(x, y, 10);
    recoverStraps(labels, { width: 192, height: 256, data }, body, 46);
    expect(labels[60 * 192 + 85]).toBe(UPPER);
    expect(labels[70 * 192 + 84]).toBe(SKIN);
    expect(labels[77 * 192 + 104]).toBe(SKIN);
  });
});
