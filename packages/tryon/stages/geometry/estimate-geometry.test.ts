import { LANDMARK, type PoseLandmarkName } from '@proteus/contracts/pose-landmarks.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../person-analysis.ts';
import { analysePerson } from '../person-parsing/analyse-person.ts';
import { flatFigure } from '../person-parsing/testing/flat-figure.ts';
import { depthMap } from './depth-map.ts';
import { estimateGeometry } from './estimate-geometry.ts';
import { normalMap } from './normal-map.ts';

const figure = flatFigure({ sleeve: 0.6, hem: 134 });
const { width, height } = figure.picture;
const window = { x: 20, y: 40, width: 150, height: 110 };

/** The figure with some joints at other places; z negative = nearer the viewer. */
function withJoints(
  analysis: PersonAnalysis,
  joints: Partial<Record<PoseLandmarkName, { x?: number; y?: number; z?: number }>>,
): PersonAnalysis {
  const landmarks = analysis.pose.landmarks.slice();
  for (const [name, place] of Object.entries(joints)) {
    const at = LANDMARK[name as PoseLandmarkName];
    landmarks[at] = { ...landmarks[at]!, ...place };
  }
  return { ...analysis, pose: { ...analysis.pose, landmarks } };
}

describe('estimateGeometry', () => {
  let person: PersonAnalysis;
  const bare = {
    category: 'upper',
    cover: createPlane(window.width, window.height),
    window,
  } as const;
  const heightsOf = (analysis: PersonAnalysis, garment: Parameters<typeof estimateGeometry>[1]) => {
    const field = estimateGeometry(analysis, garment);
    return {
      field,
      at: (x: number, y: number) =>
        field.height.data[
          Math.floor(y / field.scale) * field.height.width + Math.floor(x / field.scale)
        ]!,
    };
  };

  beforeAll(() => {
    person = analysePerson(figure.picture, figure.pose, () => {});
  });

  it('lifts the person off a background of zero, at half size', () => {
    const { field, at } = heightsOf(person, bare);
    expect(field.height).toMatchObject({ width: width / 2, height: height / 2 });
    expect(at(5, 5)).toBe(0);
    expect(at(96, 200)).toBe(0);
    for (const [x, y] of [
      [96, 100],
      [96, 31],
      [112, 200],
      [134, 100],
    ] as const) {
      expect(at(x, y)).toBeGreaterThan(5);
    }
  });

  it('makes the trunk round across: highest in the middle, falling to both sides alike', () => {
    const { at } = heightsOf(person, bare);
    expect(at(96, 110)).toBeGreaterThan(at(80, 110) + 1);
    expect(at(96, 110)).toBeGreaterThan(at(112, 110) + 1);
    expect(Math.abs(at(80, 110) - at(112, 110))).toBeLessThan(2);
  });

  it('brings the arm that the pose says is nearer to the front', () => {
    const forward = withJoints(person, { 'left-elbow': { z: -14 }, 'left-wrist': { z: -26 } });
    const { at } = heightsOf(forward, bare);
    expect(at(141, 128)).toBeGreaterThan(at(51, 128) + 10);
    expect(at(135, 104)).toBeGreaterThan(at(57, 104) + 4);
  });

  it('lays a visible arm before the trunk that it crosses', () => {
    const crossing = withJoints(person, {
      'left-wrist': { x: 92, y: 112 },
      'left-index': { x: 84, y: 113 },
    });
    expect(heightsOf(crossing, bare).at(92, 112)).toBeGreaterThan(
      heightsOf(person, bare).at(92, 112) + 2,
    );
  });

  it('sets the new cloth off the body and reaches as far as the new cloth does', () => {
    const cover = createPlane(window.width, window.height);
    for (let y = 0; y < window.height; y++) {
      for (let x = 0; x < window.width; x++) {
        if (x > 30 && x < 122 && y > 20) cover.data[y * window.width + x] = 1;
      }
    }
    const without = heightsOf(person, bare);
    const dressed = heightsOf(person, { ...bare, cover });
    expect(without.at(65, 122)).toBe(0);
    expect(dressed.at(65, 122)).toBeGreaterThan(5);
    expect(dressed.at(96, 100)).toBeGreaterThan(without.at(96, 100));
  });

  it('drops old cloth that neither body nor new cloth fills', () => {
    const wide = { ...person, parts: { ...person.parts, data: person.parts.data.slice() } };
    const upper = person.parts.data[100 * width + 96]!;
    for (let y = 70; y < 90; y++) wide.parts.data.fill(upper, y * width + 2, y * width + 40);
    expect(heightsOf(wide, bare).at(20, 80)).toBe(0);
  });

  it('gives the same heights for the same input', () => {
    expect(heightsOf(person, bare).field).toEqual(heightsOf(person, bare).field);
  });

  it('is drawn as nearness with white for the nearest', () => {
    const depth = depthMap(estimateGeometry(person, bare));
    expect(depth.data.reduce((a, b) => Math.max(a, b))).toBe(1);
    expect(depth.data.reduce((a, b) => Math.min(a, b))).toBe(0);
  });

  it('has unit normals that face outwards on either side and upwards on the shoulders', () => {
    const { field } = heightsOf(person, bare);
    const normals = normalMap(field);
    for (let i = 0; i < normals.data.length; i += 3) {
      const length = Math.hypot(normals.data[i]!, normals.data[i + 1]!, normals.data[i + 2]!);
      expect(Math.abs(length - 1)).toBeLessThan(1e-5);
    }
    const at = (x: number, y: number) => {
      const i = (Math.floor(y / 2) * normals.width + Math.floor(x / 2)) * 3;
      return { x: normals.data[i]!, y: normals.data[i + 1]!, z: normals.data[i + 2]! };
    };
    expect(at(78, 110).x).toBeLessThan(-0.1);
    expect(at(114, 110).x).toBeGreaterThan(0.1);
    expect(at(96, 19).y).toBeGreaterThan(0.1);
    expect(at(5, 5)).toEqual({ x: 0, y: 0, z: 1 });
  });
});

describe('depthMap', () => {
  it('of nothing is all background', () => {
    const empty = { height: createPlane(3, 2), scale: 2 };
    expect([...depthMap(empty).data]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...normalMap(empty).data.subarray(0, 3)]).toEqual([0, 0, 1]);
  });
});
