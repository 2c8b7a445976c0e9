import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import { growBelowLabel } from './grow-below-label.ts';
import type { Neckline } from './neckline-shape.ts';

const SIZE = 120;
/** The neckline that was found, along a yoke's seam. */
const LINE: Neckline = {
  left: { x: 30, y: 20 },
  right: { x: 90, y: 20 },
  shape: { power: 4, root: 1, insetLeft: 0, insetRight: 0 },
  depth: 25,
  strength: 5,
};
/** The back shows on down to here, between collars that meet there. */
const END = 75;

interface Shirt {
  readonly back?: number;
  readonly front?: number;
  /** Half the width of the back that shows in a row. */
  readonly halfAt?: (y: number) => number;
  /** A row of dark thread across all of it. */
  readonly seam?: number;
  readonly line?: Neckline;
}

/** A shirt of one lightness, whose back is seen below the neckline. */
function grown(shirt: Shirt) {
  const { back = 60, front = 75, halfAt = (y) => (END - y) * 0.8, seam, line = LINE } = shirt;
  const lab = { width: SIZE, height: SIZE, data: new Float32Array(SIZE * SIZE * 3) };
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const isBack = y < END && Math.abs(x - 60) < halfAt(y);
      lab.data[(y * SIZE + x) * 3] = y === seam ? 20 : isBack ? back : front;
    }
  }
  const inner = createPlane(SIZE, SIZE);
  growBelowLabel(inner, lab, createMask(SIZE, SIZE, 255), line);
  return (x: number, y: number) => inner.data[y * SIZE + x]!;
}

describe('the back below a label', () => {
  it('goes on to where the collar’s halves lie over it', () => {
    const at = grown({});
    expect(at(60, 50)).toBe(1);
    expect(at(60, END - 3)).toBe(1);
    expect(at(60, END + 1)).toBe(0);
    expect(at(50, 60)).toBe(1);
    expect(at(45, 60)).toBe(0);
  });

  it('is no front of the same colour', () => {
    expect(grown({ back: 73 })(60, 50)).toBe(0);
  });

  it('is no dark front below a light yoke', () => {
    expect(grown({ halfAt: () => 200 })(60, 50)).toBe(0);
  });

  it('is no print that widens or runs straight down', () => {
    expect(grown({ halfAt: (y) => Math.max(8, y - 30) })(60, 50)).toBe(0);
    expect(grown({ halfAt: () => 14 })(60, 50)).toBe(0);
  });

  it('is darker than the collar over it', () => {
    expect(grown({ back: 90 })(60, 50)).toBe(0);
  });

  it('may be parted by a seam, right below a pointed neckline too', () => {
    const line = { ...LINE, shape: { ...LINE.shape, power: 1 } };
    expect(grown({ line })(60, 60)).toBe(1);
    for (let seam = 36; seam < 56; seam++) expect(() => grown({ line, seam })).not.toThrow();
  });
});
