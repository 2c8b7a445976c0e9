import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask, RgbImage } from '../types.ts';
import { exemplarFill } from './exemplar-fill.ts';
import { MOST_SHIFTED } from './meet-surroundings.ts';
import { ROLE } from './role.ts';

/** The same draws every time. */
function draws(): () => number {
  let state = 1;
  return () => {
    state = Math.imul(state, 1103515245) + 12345;
    return ((state >>> 8) & 0xffff) / 0x10000;
  };
}

function paint(
  width: number,
  height: number,
  roleAt: (x: number, y: number) => number,
  colourAt: (x: number, y: number, role: number) => readonly number[],
): { picture: RgbImage; roles: Mask } {
  const roles = new Uint8Array(width * height);
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < roles.length; pixel++) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    roles[pixel] = roleAt(x, y);
    data.set(colourAt(x, y, roles[pixel]!), pixel * 3);
  }
  return { picture: { width, height, data }, roles: { width, height, data: roles } };
}

/** Bricks of 12 by 8 pixels, every other row shifted, with joints 2 pixels wide. */
function bricks(x: number, y: number): readonly number[] {
  const row = Math.floor(y / 8);
  const isJoint = y % 8 < 2 || (x + (row % 2) * 6) % 12 < 2;
  return isJoint ? [200, 190, 180] : [130, 60, 40];
}

describe('exemplarFill', () => {
  it('fills every pixel of the hole, from source alone but for its tone, and changes nothing else', () => {
    const sizes = fc.integer({ min: 40, max: 70 });
    const box = fc.integer({ min: 4, max: 18 });
    fc.assert(
      fc.property(sizes, sizes, box, box, fc.nat(), (width, height, wide, high, texture) => {
        const roleAt = (x: number, y: number) => {
          const dx = Math.abs(x - width / 2);
          const dy = Math.abs(y - height / 2);
          if (dx * 2 < wide && dy * 2 < high) return ROLE.hole;
          // A person who covers the middle of one side, her rim, and the backdrop.
          if (dx * 2 < wide && y > height / 2) return ROLE.unseen;
          return dx * 2 < wide + 4 && dy * 2 < high + 4 ? ROLE.context : ROLE.source;
        };
        // Source has no red, everything else no blue.
        const { picture, roles } = paint(width, height, roleAt, (x, y, role) =>
          role === ROLE.source ? [0, 200, (x * 7 + y * texture) % 256] : [255, 0, 0],
        );
        const filled = exemplarFill(picture, roles, draws());
        expect(filled).not.toBeNull();
        const wrong = roles.data.findIndex((role, pixel) => {
          const after = filled!.data.subarray(pixel * 3, pixel * 3 + 3);
          if (role === ROLE.hole) return after[0]! > MOST_SHIFTED || after[1]! < 200 - MOST_SHIFTED;
          return after.some((value, channel) => value !== picture.data[pixel * 3 + channel]);
        });
        expect(wrong).toBe(-1);
      }),
      { numRuns: 10 },
    );
  });

  it('continues a wall of bricks behind a person who hides half of it', () => {
    const roleAt = (x: number, y: number) => {
      if (y < 30 || y >= 66 || x < 40 || x >= 76) return ROLE.source;
      return x < 56 ? ROLE.hole : ROLE.unseen;
    };
    const wall = paint(96, 96, roleAt, (x, y, role) =>
      role >= ROLE.context ? bricks(x, y) : [20, 90, 220],
    );
    const filled = exemplarFill(wall.picture, wall.roles, draws())!;
    let alike = 0;
    for (let y = 30; y < 66; y++) {
      for (let x = 40; x < 56; x++) {
        const difference = Math.abs(filled.data[(y * 96 + x) * 3]! - bricks(x, y)[0]!);
        if (difference < 20) alike++;
      }
    }
    expect(alike / (36 * 16)).toBeGreaterThan(0.9);
  });

  it('takes over the tone around the hole where all that can be copied is lighter', () => {
    const isNear = (x: number, y: number) => Math.abs(x - 40) < 14 && Math.abs(y - 40) < 14;
    const isHole = (x: number, y: number) => Math.abs(x - 40) < 7 && Math.abs(y - 40) < 7;
    const wall = paint(
      80,
      80,
      (x, y) => (isHole(x, y) ? ROLE.hole : isNear(x, y) ? ROLE.context : ROLE.source),
      (x, y) => bricks(x, y).map((value) => value + (isNear(x, y) ? 0 : 18)),
    );
    const filled = exemplarFill(wall.picture, wall.roles, draws())!;
    let lighter = 0;
    let count = 0;
    for (let y = 0; y < 80; y++) {
      for (let x = 0; x < 80; x++) {
        if (!isHole(x, y)) continue;
        lighter += filled.data[(y * 80 + x) * 3 + 1]! - bricks(x, y)[1]!;
        count++;
      }
    }
    expect(Math.abs(lighter / count)).toBeLessThan(5);
  });

  it('gives the same picture for the same draws', () => {
    const { picture, roles } = paint(
      64,
      64,
      (x, y) => (x > 20 && x < 36 && y > 20 && y < 50 ? ROLE.hole : ROLE.source),
      (x, y) => [(x * x + 3 * y) % 256, (x * y) % 256, (17 * y) % 256],
    );
    const once = exemplarFill(picture, roles, draws());
    expect(exemplarFill(picture, roles, draws())).toEqual(once);
  });

  it('gives nothing where no whole patch may be copied', () => {
    const { picture, roles } = paint(
      40,
      40,
      (x, y) => (x < 20 ? ROLE.hole : y % 6 === 0 ? ROLE.source : ROLE.context),
      bricks,
    );
    expect(exemplarFill(picture, roles, draws())).toBeNull();
  });
});
