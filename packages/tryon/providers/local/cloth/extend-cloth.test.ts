import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import type { Mask, Plane } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment, WarpedPart } from '../../../stages/warp/warped-garment.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { downBody } from './courses.ts';
import { extendCloth } from './extend-cloth.ts';
import { extendPart } from './extend-part.ts';

const SIZE = 60;
const upright = {
  frame: { down: { x: 0, y: 1 }, right: { x: 1, y: 0 } },
} as unknown as PersonAnalysis;

/** Cloth striped across, in columns 20 to 39 and rows 10 to 49. */
function stripedPart(): WarpedPart {
  const alpha = createPlane(SIZE, SIZE);
  const data = new Uint8Array(SIZE * SIZE * 3);
  for (let y = 10; y < 50; y++) {
    for (let x = 20; x < 40; x++) {
      alpha.data[y * SIZE + x] = 1;
      data.fill(y % 8 < 4 ? 250 : 20, (y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3);
    }
  }
  return { alpha, colour: { width: SIZE, height: SIZE, data } };
}

describe('extending cloth', () => {
  const part = stripedPart();
  extendPart(part, new Float32Array(SIZE * SIZE).fill(1), 8, downBody(upright));
  const alphaAt = (x: number, y: number) => part.alpha.data[y * SIZE + x];
  const colourAt = (x: number, y: number) => part.colour.data[(y * SIZE + x) * 3];

  it('continues stripes over the sides', () => {
    for (let y = 20; y < 40; y++) {
      expect(alphaAt(44, y)).toBe(1);
      expect(colourAt(44, y)).toBe(colourAt(39, y));
      expect(colourAt(14, y)).toBe(colourAt(20, y));
    }
  });

  it('is as sheer as what it continues: solid beside solid cloth, beside lace like it', () => {
    const sheer = createPlane(SIZE, SIZE);
    for (let y = 0; y < SIZE; y++) sheer.data.fill(y < 30 ? 1 : 0.5, y * SIZE + 20, y * SIZE + 40);
    extendPart(
      { ...stripedPart(), sheer },
      new Float32Array(SIZE * SIZE).fill(1),
      8,
      downBody(upright),
    );
    expect(sheer.data[20 * SIZE + 44]).toBe(1);
    expect(sheer.data[40 * SIZE + 44]).toBe(0.5);
    expect(sheer.data[20 * SIZE + 49]).toBe(0);
  });

  it('ends at its reach', () => {
    expect(alphaAt(49, 30)).toBe(0);
    expect(alphaAt(9, 30)).toBe(0);
  });

  it('grows over neither hem nor neckline', () => {
    expect(alphaAt(30, 53)).toBe(0);
    expect(alphaAt(30, 6)).toBe(0);
  });
});

describe('extending sleeves', () => {
  /** A shoulder bared by a wide neckline in the left half; the right one's sleeve covers its arm. */
  function wideNeckline(): WarpedGarment {
    const colour = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
    const innerCollar = createPlane(SIZE, SIZE);
    const sleeve = createPlane(SIZE, SIZE);
    for (let y = 0; y < SIZE; y++) {
      innerCollar.data.fill(1, y * SIZE, y * SIZE + 32);
      sleeve.data.fill(1, y * SIZE + 34, y * SIZE + 45);
    }
    return {
      torso: { colour, alpha: createPlane(SIZE, SIZE) },
      innerCollar,
      sleeves: { left: { colour, alpha: sleeve }, right: null },
      distortion: { folded: 0, stretch: 1, strain: 1, reshaping: 1 },
    };
  }

  /** A pose's landmarks with both arms hanging in the sleeve's column, from the top row to the last. */
  function hangingArms() {
    const landmarks = Array.from({ length: 33 }, () => ({ x: 36, y: SIZE }));
    for (const shoulder of [11, 12]) landmarks[shoulder] = { x: 36, y: 0 };
    for (const elbow of [13, 14]) landmarks[elbow] = { x: 36, y: SIZE / 2 };
    return landmarks;
  }

  /** The sleeve's opacity after it was extended; `background` is the wall as the parse has it. */
  function extended(sleeved: boolean, background: Plane, lower: Plane) {
    const garment = wideNeckline();
    const person = {
      frame: {
        shoulderMiddle: { x: 5, y: 5 },
        shoulderWidth: SIZE,
        torsoLength: SIZE,
        down: { x: 0, y: 1 },
        right: { x: 1, y: 0 },
      },
      parts: createMask(SIZE, SIZE),
      regions: { background, skin: createPlane(SIZE, SIZE), lower },
      pose: { personMask: createPlane(SIZE, SIZE, 1), landmarks: hangingArms() },
    } as unknown as PersonAnalysis;
    const outline = {
      bare: new Float64Array(25),
      sleeved: new Uint8Array(25).fill(sleeved ? 1 : 0),
    };
    const limbs: LimbCapsules = {
      ...createCapsules({ width: SIZE, height: SIZE }),
      outlines: [outline, outline],
      elbows: [0.5, 0.5],
    };
    drawCapsule(
      limbs,
      { x: 36, y: 0, radius: 12, along: 0 },
      { x: 36, y: SIZE, radius: 12, along: 1 },
      0,
    );
    const extent = {
      hem: { below: SIZE, slope: 0 },
      waistband: null,
      collarAt: { left: 0.2, right: 0.2 },
      sleeveReach: { left: 1, right: 0 },
    };
    extendCloth(garment, person, limbs, createMask(SIZE, SIZE), extent);
    return (x: number, y: number) => garment.sleeves.left!.alpha.data[y * SIZE + x]!;
  }

  it('closes them around the arm, but covers no shoulder inside the neckline, nor lower clothes', () => {
    const lower = createPlane(SIZE, SIZE);
    lower.data.fill(1, 40 * SIZE);
    const at = extended(true, createPlane(SIZE, SIZE), lower);
    expect(at(33, 30)).toBe(1);
    expect(at(31, 30)).toBe(0);
    // Below, the lower clothes are seen: they lie before the arm.
    expect(at(33, 50)).toBe(0);
  });

  it('covers an arm in a pale sleeve that the parse took for a pale wall, but no wall beside a bare one', () => {
    const wall = createPlane(SIZE, SIZE, 1);
    const lower = createPlane(SIZE, SIZE);
    expect(extended(true, wall, lower)(33, 30)).toBe(1);
    expect(extended(false, wall, lower)(33, 30)).toBe(0);
  });

  it('ends softly where they reach no further', () => {
    const at = extended(true, createPlane(SIZE, SIZE), createPlane(SIZE, SIZE));
    const edge = Array.from({ length: 6 }, (_, i) => at(45 + i, 30));
    expect(edge.some((opacity) => opacity > 0.1 && opacity < 0.9)).toBe(true);
    expect(edge.at(-1)).toBe(0);
  });
});

/** Lets a sleeveless top that covers `alpha` go on over a trunk; changes `alpha`. */
function extendSleeveless(alpha: Plane, person: PersonAnalysis, trunk: Mask): void {
  const colour = { width: SIZE, height: SIZE, data: new Uint8Array(SIZE * SIZE * 3) };
  const garment: WarpedGarment = {
    torso: { colour, alpha },
    innerCollar: createPlane(SIZE, SIZE),
    sleeves: { left: null, right: null },
    distortion: { folded: 0, stretch: 1, strain: 1, reshaping: 1 },
  };
  const limbs = createCapsules({ width: SIZE, height: SIZE }) as LimbCapsules;
  const extent = {
    hem: { below: SIZE, slope: 0 },
    waistband: null,
    collarAt: { left: 0.2, right: 0.2 },
    sleeveReach: { left: 0, right: 0 },
  };
  extendCloth(garment, person, limbs, trunk, extent);
}

/** The opacity of a row just above shoulders that lie too low, with a bit of cloth inside the neckline, after it was raised. */
function raised(background: Plane): (x: number) => number {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 20; y < SIZE; y++) alpha.data.fill(1, y * SIZE + 2, y * SIZE + 58);
  alpha.data.fill(1, 18 * SIZE + 29, 18 * SIZE + 31);
  alpha.data.fill(1, 19 * SIZE + 29, 19 * SIZE + 31);
  const person = {
    frame: {
      shoulderMiddle: { x: 30, y: 30 },
      shoulderWidth: 50,
      torsoLength: 40,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
    parts: createMask(SIZE, SIZE),
    regions: { background, skin: createPlane(SIZE, SIZE) },
    pose: { personMask: createPlane(SIZE, SIZE, 1) },
  } as unknown as PersonAnalysis;
  const trunk = createMask(SIZE, SIZE);
  trunk.data.fill(255);
  extendSleeveless(alpha, person, trunk);
  return (x) => alpha.data[19 * SIZE + x]!;
}

it('raises cloth that lies too low on the shoulders, but none inside its neckline', () => {
  const at = raised(createPlane(SIZE, SIZE));
  for (const x of [24, 26, 34, 36]) expect(at(x)).toBe(0);
  for (const x of [12, 48]) expect(at(x)).toBeGreaterThan(0.5);
});

it('raises none into the wall that is seen above the shoulders', () => {
  const wall = createPlane(SIZE, SIZE);
  wall.data.fill(1, 0, 20 * SIZE);
  const at = raised(wall);
  for (const x of [12, 48]) expect(at(x)).toBe(0);
});

it('covers a bare waist that is wider than the drawn trunk, and a little beyond', () => {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) alpha.data.fill(1, y * SIZE + 22, y * SIZE + 38);
  const parts = createMask(SIZE, SIZE);
  for (let y = 30; y < 50; y++) parts.data.fill(PART['torso-skin'], y * SIZE + 20, y * SIZE + 42);
  const trunk = createMask(SIZE, SIZE);
  for (let y = 0; y < SIZE; y++) trunk.data.fill(255, y * SIZE + 22, y * SIZE + 38);
  const person = {
    frame: {
      shoulderMiddle: { x: 30, y: 0 },
      shoulderWidth: 40,
      torsoLength: 60,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
    parts,
    regions: { background: createPlane(SIZE, SIZE) },
  } as unknown as PersonAnalysis;
  extendSleeveless(alpha, person, trunk);
  expect(alpha.data[40 * SIZE + 40]).toBeGreaterThan(0.9);
  expect(alpha.data[40 * SIZE + 42]).toBeGreaterThan(0.2);
  expect(alpha.data[57 * SIZE + 40]).toBeLessThan(0.4);
  expect(alpha.data[57 * SIZE + 42]).toBeLessThan(0.01);
});
