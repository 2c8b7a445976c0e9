import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from './connected-components.ts';
import { createMask } from './create-mask.ts';
import { fillHoles } from './fill-holes.ts';
import { invertMask } from './invert-mask.ts';
import { largestComponent } from './largest-component.ts';
import type { Mask } from './types.ts';

const masks = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 0, 1, 255), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((values): Mask => ({ width, height, data: Uint8Array.from(values) })),
  );

/** Floods from every pixel in scan order. */
function plainLabels({ width, height, data }: Mask, connectivity: 4 | 8): Int32Array {
  const labels = new Int32Array(width * height);
  let label = 0;
  for (let seed = 0; seed < labels.length; seed++) {
    if (data[seed] === 0 || labels[seed] !== 0) continue;
    label++;
    const open = [seed];
    while (open.length > 0) {
      const i = open.pop()!;
      if (data[i] === 0 || labels[i] !== 0) continue;
      labels[i] = label;
      const x = i % width;
      const y = Math.floor(i / width);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (connectivity === 4 && dx !== 0 && dy !== 0) continue;
          const inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          if (inside) open.push(i + dy * width + dx);
        }
      }
    }
  }
  return labels;
}

function maskOf(rows: readonly string[]): Mask {
  return {
    width: rows[0]!.length,
    height: rows.length,
    data: Uint8Array.from([...rows.join('')].map((sign) => (sign === '#' ? 255 : 0))),
  };
}

describe('connectedComponents', () => {
  it('joins corners, and measures each piece', () => {
    const { labels, components } = connectedComponents(maskOf(['#..#', '.#.#', '....']));
    expect(labels).toEqual(Int32Array.of(1, 0, 0, 2, 0, 1, 0, 2, 0, 0, 0, 0));
    expect(components).toEqual([
      { label: 1, x: 0, y: 0, width: 2, height: 2, area: 2, centreX: 0.5, centreY: 0.5 },
      { label: 2, x: 3, y: 0, width: 1, height: 2, area: 2, centreX: 3, centreY: 0.5 },
    ]);
  });

  it('does not join corners when asked for 4-connectivity', () => {
    expect(connectedComponents(maskOf(['#.', '.#']), 4).components).toHaveLength(2);
  });

  it('joins pieces that meet only at the bottom', () => {
    expect(connectedComponents(maskOf(['#.#.#', '#.#.#', '#####'])).components).toHaveLength(1);
  });

  it('labels as a plain flood does, in scan order', () => {
    fc.assert(
      fc.property(masks, fc.constantFrom(4 as const, 8 as const), (mask, connectivity) => {
        const { labels, components } = connectedComponents(mask, connectivity);
        expect(labels).toEqual(plainLabels(mask, connectivity));
        for (const component of components) {
          const own = Array.from(labels.keys()).filter((i) => labels[i] === component.label);
          const xs = own.map((i) => i % mask.width);
          const ys = own.map((i) => Math.floor(i / mask.width));
          expect(component.area).toBe(own.length);
          expect(component.x).toBe(Math.min(...xs));
          expect(component.x + component.width - 1).toBe(Math.max(...xs));
          expect(component.y).toBe(Math.min(...ys));
          expect(component.y + component.height - 1).toBe(Math.max(...ys));
          expect(component.centreX).toBeCloseTo(xs.reduce((a, b) => a + b) / own.length, 9);
          expect(component.centreY).toBeCloseTo(ys.reduce((a, b) => a + b) / own.length, 9);
        }
      }),
    );
  });
});

describe('largestComponent', () => {
  it('keeps the largest piece only', () => {
    expect(largestComponent(maskOf(['##..#', '....#', '....#']))).toEqual(
      maskOf(['....#', '....#', '....#']),
    );
  });

  it('keeps the first of equals, and nothing of nothing', () => {
    expect(largestComponent(maskOf(['#.#']))).toEqual(maskOf(['#..']));
    expect(largestComponent(createMask(3, 2))).toEqual(createMask(3, 2));
  });
});

describe('fillHoles', () => {
  const ring = maskOf(['.####', '.#..#', '.####', '.....', '##.##']);

  it('fills what the border does not reach', () => {
    expect(fillHoles(ring)).toEqual(maskOf(['.####', '.####', '.####', '.....', '##.##']));
  });

  it('leaves holes that are larger than allowed', () => {
    expect(fillHoles(ring, 1)).toEqual(ring);
    expect(fillHoles(ring, 2)).not.toEqual(ring);
  });

  it('does not leak through a corner', () => {
    expect(fillHoles(maskOf(['.#.', '#.#', '.#.']))).toEqual(maskOf(['.#.', '###', '.#.']));
  });

  it('leaves an empty and a full mask as they are', () => {
    expect(fillHoles(createMask(3, 3))).toEqual(createMask(3, 3));
    expect(fillHoles(createMask(3, 3, 255))).toEqual(createMask(3, 3, 255));
    expect(invertMask(createMask(2, 1, 9)).data).toEqual(Uint8Array.of(0, 0));
  });
});
