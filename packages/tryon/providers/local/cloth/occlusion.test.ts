import { PART } from '@proteus/contracts/person-parts.ts';
import { POSE_LANDMARKS } from '@proteus/contracts/pose-landmarks.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { createCapsules, drawCapsule } from '../body/capsules.ts';
import type { LimbCapsules } from '../body/limb-capsules.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { armsInFront } from './occlusion.ts';

const SIZE = 120;
const at = (x: number, y: number) => y * SIZE + x;

/** An arm at column 90, drawn in from the shoulder down, at a trunk that ends at some column. */
function front(
  reach: number,
  trunkEnd = 78,
  wristX = 90,
  trunkStart = 0,
  handFrom = SIZE,
): Float32Array {
  const size = { width: SIZE, height: SIZE };
  const outline = { bare: new Float64Array(25), sleeved: new Uint8Array(25).fill(1) };
  const limbs: LimbCapsules = {
    ...createCapsules(size),
    outlines: [outline, outline],
    elbows: [0.5, 0.5],
  };
  drawCapsule(
    limbs,
    { x: 90, y: 20, radius: 12, along: 0 },
    { x: 90, y: 110, radius: 12, along: 1 },
    1,
  );
  const trunk = createMask(SIZE, SIZE);
  const kinds = createMask(SIZE, SIZE);
  const parts = createMask(SIZE, SIZE);
  const skin = createPlane(SIZE, SIZE);
  for (let pixel = 0; pixel < SIZE * SIZE; pixel++) {
    const x = pixel % SIZE;
    if (x >= trunkStart && x < trunkEnd) trunk.data[pixel] = 255;
    if (limbs.distance[pixel]! >= 1) continue;
    // The parse's border between forearm and hand is ragged.
    if (pixel < at(0, handFrom - (x % 4))) kinds.data[pixel] = BEHIND.arm;
    else {
      parts.data[pixel] = PART['left-hand'];
      skin.data[pixel] = 1;
    }
  }
  const person = {
    picture: size,
    parts,
    regions: { skin },
    pose: {
      landmarks: POSE_LANDMARKS.map((name) => ({
        x: wristX,
        y: /index|pinky/.test(name) ? 117 : 110,
        visibility: 1,
        presence: 1,
        z: 0,
      })),
    },
    frame: {
      shoulderMiddle: { x: 50, y: 20 },
      shoulderWidth: 80,
      torsoLength: 90,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
  const plate = { kinds, removed: createPlane(SIZE, SIZE, 1) } as unknown as CleanPlate;
  return armsInFront(person, limbs, trunk, plate, { left: reach, right: reach }).data;
}

describe('a drawn arm', () => {
  it('lies in front of sleeveless cloth from the shoulder down, up to the trunk', () => {
    const data = front(0);
    for (const y of [22, 30, 45]) {
      expect(data[at(92, y)]).toBeGreaterThan(0.9);
      expect(data[at(74, y)]).toBeLessThan(0.1);
    }
  });

  it('is met by cloth in a sharp edge at the shoulder’s end', () => {
    const data = front(0, 200);
    const row = Array.from({ length: SIZE }, (_, x) => data[at(x, 20)]!);
    expect(row[80]).toBe(0);
    expect(row[92]).toBe(1);
    expect(row.filter((share) => share > 0.02 && share < 0.98).length).toBeLessThan(4);
  });

  it('comes out of a sleeve at its cuff only', () => {
    const data = front(0.4);
    expect(data[at(92, 35)]).toBe(0);
    expect(data[at(92, 75)]).toBeGreaterThan(0.9);
  });

  it('goes on as its hand without a line across the wrist', () => {
    const data = front(0.4, 78, 90, 0, 95);
    for (let y = 80; y < 105; y++) {
      for (let x = 86; x < 95; x++) expect(data[at(x, y)], `${x}, ${y}`).toBeGreaterThan(0.97);
    }
  });

  it('comes forward steadily to the elbow when its hand lies before the trunk', () => {
    const data = front(0, 200, 70);
    const widths = [];
    for (let y = 28; y < 70; y++) {
      let width = 0;
      for (let x = 70; x < 110; x++) if (data[at(x, y)]! > 0.5) width++;
      widths.push(width);
    }
    expect(Math.min(...widths)).toBeLessThan(14);
    expect(widths.at(-1)).toBeGreaterThan(20);
    for (const [i, width] of widths.entries()) {
      expect(Math.abs(width - (widths[i - 1] ?? width))).toBeLessThan(4);
    }
  });

  it('lies before the trunk too when its hand is seen beyond the other side', () => {
    expect(front(0, 200, 5, 20)[at(84, 100)]).toBeGreaterThan(0.9);
    expect(front(0, 100, 110, 20)[at(84, 100)]).toBeLessThan(0.1);
  });

  it('comes forward from the elbow to a hand that is seen beside the trunk', () => {
    const shown = front(0, 88, 90, 0, 108);
    const hidden = front(0, 88, 90);
    for (const [x, y] of [
      [82, 60],
      [82, 85],
    ] as const)
      expect(shown[at(x, y)]).toBeLessThan(0.1);
    expect(shown[at(82, 105)]).toBeGreaterThan(0.9);
    expect(hidden[at(82, 105)]).toBeLessThan(0.1);
    const edges = Array.from({ length: 45 }, (_, i) =>
      shown.subarray(at(70, 60 + i), at(110, 60 + i)).findIndex((share) => share > 0.5),
    );
    for (const [i, edge] of edges.entries()) {
      expect(Math.abs(edge - (edges[i - 1] ?? edge))).toBeLessThan(3);
    }
  });
});
