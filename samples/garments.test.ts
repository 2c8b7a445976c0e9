import type { Point } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { renderGarment, SAMPLE_GARMENTS } from './garments.ts';

const SIZE = { width: 144, height: 192 };

describe.each(SAMPLE_GARMENTS.map((spec) => [spec.name, spec] as const))(
  'the sample garment %s',
  (_, spec) => {
    const garment = renderGarment(spec, SIZE);
    const { mask, landmarks, picture } = garment;

    const insideNear = ({ x, y }: Point): boolean => {
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          if (mask.data[(Math.round(y) + dy) * SIZE.width + Math.round(x) + dx] === 255)
            return true;
        }
      }
      return false;
    };

    it('has a picture and a mask of 0 and 255 of the size asked for', () => {
      expect(picture.data).toHaveLength(SIZE.width * SIZE.height * 3);
      expect(mask.data).toHaveLength(SIZE.width * SIZE.height);
      expect([...new Set(mask.data)].sort((a, b) => a - b)).toEqual([0, 255]);
    });

    it('fills a good part of the picture and keeps clear of its rim', () => {
      const area = mask.data.filter((value) => value === 255).length / mask.data.length;
      expect(area).toBeGreaterThan(0.15);
      expect(area).toBeLessThan(0.6);
      for (let x = 0; x < SIZE.width; x++) {
        expect(mask.data[x]).toBe(0);
        expect(mask.data[(SIZE.height - 1) * SIZE.width + x]).toBe(0);
      }
      for (let y = 0; y < SIZE.height; y++) {
        expect(mask.data[y * SIZE.width]).toBe(0);
        expect(mask.data[(y + 1) * SIZE.width - 1]).toBe(0);
      }
    });

    it('has its landmarks on the garment, left and right mirrored', () => {
      for (const side of [landmarks.left, landmarks.right]) {
        for (const point of [side.collar, side.tip, side.armpit, side.hem, ...(side.cuff ?? [])]) {
          expect(insideNear(point)).toBe(true);
        }
        expect(side.hem.y).toBeGreaterThan(side.armpit.y);
        expect(side.tip.y).toBeGreaterThanOrEqual(side.collar.y);
      }
      expect(landmarks.left.hem.x + landmarks.right.hem.x).toBeCloseTo(SIZE.width, 6);
      expect(landmarks.left.tip.x).toBeLessThan(landmarks.right.tip.x);
    });

    it('stands out from its plain, light background', () => {
      const corner = [...picture.data.subarray(0, 3)];
      expect(Math.min(...corner)).toBeGreaterThan(190);
      const inside = [...mask.data.keys()].filter((i) => mask.data[i] === 255);
      const contrasts = corner.map((value, c) => {
        const sum = inside.reduce(
          (total, i) => total + Math.abs(picture.data[i * 3 + c]! - value),
          0,
        );
        return sum / inside.length;
      });
      expect(Math.max(...contrasts)).toBeGreaterThan(25);
    });
  },
);

describe('the sample garments', () => {
  it('are drawn the same twice', () => {
    const spec = SAMPLE_GARMENTS[0]!;
    expect(renderGarment(spec, SIZE).picture.data).toEqual(renderGarment(spec, SIZE).picture.data);
  });

  it('cover all three categories and all kinds of print', () => {
    const categories = SAMPLE_GARMENTS.map(
      (spec) => renderGarment(spec, { width: 24, height: 32 }).category,
    );
    expect([...new Set(categories)].sort()).toEqual(['dress', 'lower', 'upper']);
    const prints = new Set(SAMPLE_GARMENTS.map((spec) => spec.pattern.kind));
    for (const kind of ['plain', 'stripes', 'plaid', 'floral', 'print']) {
      expect(prints).toContain(kind);
    }
  });
});
