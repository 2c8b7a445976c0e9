import type { Rectangle } from '@proteus/raster/crop.ts';
import type { LabImage, Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { findLabels } from './find-label.ts';

const SIZE = { width: 300, height: 400 };
const LEFT = { x: 100, y: 40 };
const RIGHT = { x: 200, y: 40 };

/** Cloth of one colour with things of another lightness on it. */
function cloth(...things: readonly (Rectangle & { readonly lightness: number })[]): {
  lab: LabImage;
  mask: Mask;
} {
  const lab = { ...SIZE, data: new Float32Array(3 * SIZE.width * SIZE.height) };
  const mask = { ...SIZE, data: new Uint8Array(SIZE.width * SIZE.height) };
  for (let y = 30; y < 380; y++) {
    for (let x = 30; x < 270; x++) {
      mask.data[y * SIZE.width + x] = 255;
      const on = things.find(
        (thing) =>
          x >= thing.x && x < thing.x + thing.width && y >= thing.y && y < thing.y + thing.height,
      );
      lab.data[3 * (y * SIZE.width + x)] = on?.lightness ?? 40;
    }
  }
  return { lab, mask };
}

const find = ({ lab, mask }: ReturnType<typeof cloth>) => findLabels(lab, mask, LEFT, RIGHT);

describe("finding the maker's label", () => {
  it('finds a rectangle in the middle of the neck opening', () => {
    const [label, ...others] = find(cloth({ x: 138, y: 55, width: 24, height: 12, lightness: 80 }));
    expect(others).toEqual([]);
    expect(Math.abs(label!.x - 138)).toBeLessThanOrEqual(1);
    expect(Math.abs(label!.y + label!.height - 67)).toBeLessThanOrEqual(1);
  });

  it('finds a second one below it', () => {
    const labels = find(
      cloth(
        { x: 130, y: 55, width: 40, height: 12, lightness: 80 },
        { x: 140, y: 75, width: 20, height: 16, lightness: 80 },
      ),
    );
    expect(labels).toHaveLength(2);
  });

  it.each([
    ['beside the middle', { x: 172, y: 55, width: 20, height: 12, lightness: 80 }],
    ['on the chest', { x: 138, y: 100, width: 24, height: 12, lightness: 80 }],
    ['as wide as the opening', { x: 115, y: 55, width: 70, height: 12, lightness: 80 }],
    ['hardly lighter than the cloth', { x: 138, y: 55, width: 24, height: 12, lightness: 46 }],
  ])('takes nothing %s for one', (_, thing) => {
    expect(find(cloth(thing))).toEqual([]);
  });
});
