import {
  HEAT_MAP_SIZE,
  LANDMARK_INPUT_SIZE,
  RAW_LANDMARK_COUNT,
} from '@proteus/neural/networks/landmark-network.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropMap, cropToPicture, pictureToCrop } from './crop-frame.ts';
import { likelyCrops, searchWindows } from './first-crops.ts';
import { frameAround, isSteady } from './follow-crop.ts';
import { mirrorCrop, mirrorLandmarks } from './mirror-pass.ts';
import { refineLandmarks } from './refine-landmarks.ts';
import { sampleCrop } from './sample-crop.ts';

const frames = fc.record({
  centreX: fc.double({ min: -500, max: 2000, noNaN: true }),
  centreY: fc.double({ min: -500, max: 2000, noNaN: true }),
  size: fc.double({ min: 10, max: 4000, noNaN: true }),
  rotation: fc.double({ min: -3, max: 3, noNaN: true }),
});
const sizes = fc.record({
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});

describe('a crop frame', () => {
  it('maps there and back', () => {
    fc.assert(
      fc.property(frames, fc.nat(256), fc.nat(256), (frame, u, v) => {
        const map = cropMap(frame);
        const { x, y } = cropToPicture(map, u, v);
        const back = pictureToCrop(map, x, y);
        expect(back.x).toBeCloseTo(u, 6);
        expect(back.y).toBeCloseTo(v, 6);
      }),
    );
  });

  it('has its own centre in the middle', () => {
    const frame = { centreX: 10, centreY: 20, size: 512, rotation: 1 };
    const centre = cropToPicture(cropMap(frame), 128, 128);
    expect(centre.x).toBeCloseTo(10, 9);
    expect(centre.y).toBeCloseTo(20, 9);
  });

  it('stands upright around somebody upright, and lies with somebody who lies', () => {
    const upright = frameAround({ x: 50, y: 100 }, { x: 50, y: 20 });
    expect(upright.rotation).toBeCloseTo(0, 9);
    expect(upright.size).toBeCloseTo(200, 9);
    const lying = frameAround({ x: 100, y: 50 }, { x: 180, y: 50 });
    expect(lying.rotation).toBeCloseTo(Math.PI / 2, 9);
    const top = cropToPicture(cropMap(lying), 128, 0);
    expect(top.x).toBeGreaterThan(180);
  });

  it('is steady against a whole turn but not against a shift', () => {
    const frame = { centreX: 100, centreY: 100, size: 200, rotation: 0 };
    expect(isSteady(frame, { ...frame, rotation: 2 * Math.PI })).toBe(true);
    expect(isSteady(frame, { ...frame, centreX: 130 })).toBe(false);
    expect(isSteady(frame, { ...frame, size: 300 })).toBe(false);
  });
});

describe('places to search', () => {
  it('are few, and together cover the picture', () => {
    fc.assert(
      fc.property(sizes, (picture) => {
        const windows = searchWindows(picture);
        expect(windows.length).toBeLessThanOrEqual(9);
        const covers = (x: number, y: number) =>
          windows.some(
            ({ centreX, centreY, size }) =>
              Math.abs(x - centreX) <= size / 2 + 1e-6 && Math.abs(y - centreY) <= size / 2 + 1e-6,
          );
        for (const x of [0, picture.width / 3, picture.width]) {
          for (const y of [0, picture.height / 2, picture.height]) {
            expect(covers(x, y)).toBe(true);
          }
        }
        expect(likelyCrops(picture).every(({ size }) => size > 0)).toBe(true);
      }),
    );
  });
});

describe('sampleCrop', () => {
  const picture = {
    width: 2,
    height: 1,
    data: Uint8Array.of(255, 0, 51, 0, 255, 51),
  };

  it('interpolates inside the picture and is black outside', () => {
    const frame = { centreX: 1, centreY: 0.5, size: 4, rotation: 0 };
    const rows = Array.from(sampleCrop(picture, frame, 4), (value) => Number(value.toFixed(6)));
    expect(rows.slice(0, 12)).toEqual(Array(12).fill(0));
    expect(rows.slice(12, 24)).toEqual([1, 0, 0.2, 0.5, 0.5, 0.2, 0, 1, 0.2, 0, 0, 0]);
  });

  it('averages what it shrinks', () => {
    const checks = {
      width: 64,
      height: 64,
      data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (Math.floor(i / 3) % 2) * 255),
    };
    const crop = sampleCrop(checks, { centreX: 31.5, centreY: 31.5, size: 64, rotation: 0 }, 8);
    for (const value of crop) {
      expect(value).toBeCloseTo(0.5, 1);
    }
  });
});

describe('mirroring', () => {
  it('twice is nothing', () => {
    const crop = Float32Array.from({ length: LANDMARK_INPUT_SIZE ** 2 }, (_, i) => i % 977);
    expect(mirrorCrop(mirrorCrop(crop, 1), 1)).toEqual(crop);
    const landmarks = Float32Array.from({ length: RAW_LANDMARK_COUNT * 5 }, (_, i) => i);
    expect(mirrorLandmarks(mirrorLandmarks(landmarks))).toEqual(landmarks);
  });

  it('swaps left and right and turns x round', () => {
    const landmarks = new Float32Array(RAW_LANDMARK_COUNT * 5);
    landmarks.set([10, 20, 30, 40, 50], 11 * 5);
    const mirrored = mirrorLandmarks(landmarks);
    expect(Array.from(mirrored.slice(12 * 5, 13 * 5))).toEqual([246, 20, 30, 40, 50]);
  });
});

describe('refineLandmarks', () => {
  function refined(heat: number): number[] {
    const landmarks = new Float32Array(RAW_LANDMARK_COUNT * 5);
    landmarks.set([100, 100], 0);
    const heatMaps = new Float32Array(HEAT_MAP_SIZE ** 2 * RAW_LANDMARK_COUNT).fill(-20);
    heatMaps[(26 * HEAT_MAP_SIZE + 27) * RAW_LANDMARK_COUNT] = heat;
    const result = refineLandmarks({
      landmarks,
      heatMaps,
      score: 1,
      mask: new Float32Array(0),
      worldLandmarks: new Float32Array(0),
    });
    return Array.from(result.landmarks.slice(0, 2));
  }

  it('moves a landmark to the peak of a sure heat map', () => {
    const [x, y] = refined(5);
    expect(x).toBeCloseTo(27 * 4, 3);
    expect(y).toBeCloseTo(26 * 4, 3);
  });

  it('leaves it where the heat map is not sure', () => {
    expect(refined(-1)).toEqual([100, 100]);
  });
});
