import { describe, expect, it } from 'vitest';
import { type CoordinateMap, createCoordinateMap } from './coordinate-map.ts';
import { levelFor, mapDetail } from './map-detail.ts';
import { buildMipmaps, buildPlaneMipmaps } from './mipmaps.ts';
import { remapPlane } from './remap-plane.ts';
import { remapRgb } from './remap-rgb.ts';
import type { Plane, RgbImage } from './types.ts';

function mapOf(
  width: number,
  height: number,
  position: (x: number, y: number) => readonly [number, number],
): CoordinateMap {
  const map = createCoordinateMap(width, height);
  for (let i = 0; i < map.x.length; i++) {
    const [x, y] = position(i % width, Math.floor(i / width));
    map.x[i] = x;
    map.y[i] = y;
  }
  return map;
}

function planeOf(width: number, height: number, value: (x: number, y: number) => number): Plane {
  const data = Float32Array.from({ length: width * height }, (_, i) =>
    value(i % width, Math.floor(i / width)),
  );
  return { width, height, data };
}

function grey({ width, height, data }: Plane): RgbImage {
  return { width, height, data: Uint8Array.from(Array.from(data).flatMap((v) => [v, v, v])) };
}

describe('buildMipmaps', () => {
  it('halves by area down to one pixel, sides rounded up', () => {
    const plane = planeOf(5, 3, (x) => x);
    const sizes = buildPlaneMipmaps(plane).map(({ width, height }) => [width, height]);
    expect(sizes).toEqual([
      [5, 3],
      [3, 2],
      [2, 1],
      [1, 1],
    ]);
    expect(buildPlaneMipmaps(plane).at(-1)!.data[0]).toBeCloseTo(2, 5);
    expect(buildPlaneMipmaps(plane, 2)).toHaveLength(2);
    expect(buildMipmaps(grey(planeOf(2, 2, (x, y) => 10 * x + 20 * y)))[1]!.data).toEqual(
      Uint8Array.of(15, 15, 15),
    );
  });
});

describe('mapDetail', () => {
  it('is the binary logarithm of the shrinking, none where the map enlarges', () => {
    const at = (scale: number) => mapDetail(mapOf(4, 4, (x, y) => [scale * x, scale * y]));
    for (const value of at(4)) expect(value).toBeCloseTo(2, 5);
    for (const value of at(0.5)) expect(value).toBe(0);
    for (const value of mapDetail(mapOf(4, 4, (x, y) => [-2 * y, 8 * x]))) {
      expect(value).toBeCloseTo(2, 5);
      expect(levelFor(value, 0.5)).toBeCloseTo(1.5, 5);
    }
    expect(levelFor(0.2, 0.5)).toBe(0);
  });

  it('looks at whichever neighbour there is', () => {
    const map = mapOf(3, 3, (x, y) => [4 * x, 4 * y]);
    for (const hole of [0, 2, 6]) map.x[hole] = Number.NaN;
    const detail = mapDetail(map);
    for (const i of [1, 3, 4, 5, 7, 8]) expect(detail[i]).toBeCloseTo(2, 5);
  });

  it('is not misled where two parts of a mesh meet', () => {
    const map = mapOf(6, 2, (x, y) => [x < 3 ? x : x + 500, y]);
    expect(mapDetail(map)).toEqual(new Float64Array(12));
  });

  it('reads the picture itself for a single pixel', () => {
    const alone = createCoordinateMap(1, 1);
    alone.x[0] = 3;
    alone.y[0] = 3;
    expect(mapDetail(alone)).toEqual(Float64Array.of(0));
  });
});

describe('remapRgb', () => {
  const picture = grey(planeOf(9, 7, (x, y) => (x * 53 + y * 91) % 256));

  it('copies through the identity', () => {
    expect(
      remapRgb(
        picture,
        mapOf(9, 7, (x, y) => [x, y]),
      ).data,
    ).toEqual(picture.data);
  });

  it('leaves black what the map leaves out', () => {
    const map = mapOf(9, 7, (x, y) => [x, y]);
    map.x[10] = Number.NaN;
    map.y[11] = Number.NaN;
    const { data } = remapRgb(picture, map);
    expect(Array.from(data.subarray(30, 36))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(data.subarray(36)).toEqual(picture.data.subarray(36));
  });

  it('reproduces a ramp between pixels', () => {
    const ramp = grey(planeOf(12, 12, (x, y) => 10 * x + 5 * y));
    const { data } = remapRgb(
      ramp,
      mapOf(6, 6, (x, y) => [x + 2.4, y + 3.2]),
    );
    for (let i = 0; i < 36; i++) {
      const expected = 10 * ((i % 6) + 2.4) + 5 * (Math.floor(i / 6) + 3.2);
      expect(Math.abs(data[i * 3]! - expected)).toBeLessThanOrEqual(0.51);
    }
  });

  it('takes the nearest edge outside the picture', () => {
    for (const [x, edge] of [
      [-50, 0],
      [99, 8],
    ] as const) {
      const { data } = remapRgb(
        picture,
        mapOf(1, 1, () => [x, 3]),
      );
      expect(data[0]).toBe(picture.data[(3 * 9 + edge) * 3]);
    }
  });

  it('shows the mean of fine stripes when it shrinks, not some of them', () => {
    const stripes = grey(planeOf(256, 256, (x) => (x % 2 === 0 ? 0 : 200)));
    const { data } = remapRgb(
      stripes,
      mapOf(32, 32, (x, y) => [x * 8 + 3.5, y * 8 + 3.5]),
    );
    for (const value of data) expect(Math.abs(value - 100)).toBeLessThan(8);
  });

  it('keeps a line one pixel wide darker than its surroundings when it shrinks by a third', () => {
    const line = grey(planeOf(60, 60, (x) => (x === 30 ? 0 : 255)));
    const { data } = remapRgb(
      line,
      mapOf(40, 40, (x, y) => [x * 1.5, y * 1.5]),
    );
    expect(data[(20 * 40 + 20) * 3]).toBeLessThan(120);
  });
});

describe('remapPlane', () => {
  it('interpolates linearly and leaves 0 where there is nothing', () => {
    const plane = planeOf(4, 4, (x, y) => x + 10 * y);
    const map = mapOf(3, 3, (x, y) => [x + 0.25, y + 0.5]);
    map.x[4] = Number.NaN;
    const { data } = remapPlane(plane, map);
    expect(data[0]).toBeCloseTo(5.25, 5);
    expect(data[8]).toBeCloseTo(27.25, 5);
    expect(data[4]).toBe(0);
  });

  it('averages when it shrinks', () => {
    const board = planeOf(128, 128, (x, y) => (x + y) % 2);
    const { data } = remapPlane(
      board,
      mapOf(16, 16, (x, y) => [x * 8 + 3.5, y * 8 + 3.5]),
    );
    for (const value of data) expect(value).toBeCloseTo(0.5, 5);
  });
});
