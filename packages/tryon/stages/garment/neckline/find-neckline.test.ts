import type { LabImage, Mask } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { necklineOf, searchNeckOpening } from './find-neckline.ts';
import type { Neckline } from './neckline-shape.ts';

const SIZE = { width: 300, height: 500 };
const LEFT = { x: 100, y: 40 };
const RIGHT = { x: 200, y: 40 };
const HEIGHT = 420;
const ACROSS = RIGHT.x - LEFT.x;

/** Cloth whose upper edge is straight between wide shoulders; its lightness by place. */
function cloth(lightnessAt: (x: number, y: number) => number): { lab: LabImage; mask: Mask } {
  const lab = { ...SIZE, data: new Float32Array(3 * SIZE.width * SIZE.height) };
  const mask = { ...SIZE, data: new Uint8Array(SIZE.width * SIZE.height) };
  for (let y = LEFT.y - 12; y < LEFT.y + HEIGHT; y++) {
    for (let x = 30; x < 270; x++) {
      mask.data[y * SIZE.width + x] = 255;
      lab.data[3 * (y * SIZE.width + x)] = lightnessAt(x, y);
    }
  }
  return { lab, mask };
}

/** Where a round curve of a depth over its width runs. */
const roundAt = (x: number, ratio: number) =>
  LEFT.y + ratio * ACROSS * Math.sqrt(Math.max(0, 1 - ((2 * (x - LEFT.x)) / ACROSS - 1) ** 2));

const search = ({ lab, mask }: ReturnType<typeof cloth>) =>
  searchNeckOpening(lab, mask, LEFT, RIGHT, HEIGHT);
const ratioOf = (line: Neckline | null) => (line === null ? 0 : line.depth / ACROSS);

/** A band of the back collar, lighter than the rest. */
const withBack = (x: number, y: number) => (y < roundAt(x, 0.11) ? 50 : 35);

describe('searching the neck opening', () => {
  it('finds the edge between the back and the front', () => {
    const tee = cloth((x, y) => (y < roundAt(x, 0.42) ? 30 : 50));
    expect(ratioOf(search(tee).line)).toBeCloseTo(0.42, 1);
  });

  it('leaves a neckband of nearly the inside’s colour with the front', () => {
    const banded = (x: number, y: number) => {
      if (y < roundAt(x, 0.36)) return 18;
      return y < roundAt(x, 0.46) ? 23 : 60;
    };
    expect(Math.abs(ratioOf(search(cloth(banded)).line) - 0.36)).toBeLessThan(0.03);
  });

  it('trusts the upper edge only where a print shows curves all over the chest', () => {
    const print = (x: number, y: number) => {
      if (y < roundAt(x, 0.11)) return 30;
      if (y < roundAt(x, 0.35)) return 44;
      return 52 + 1.5 * Math.max(0, y - roundAt(x, 0.75));
    };
    expect(ratioOf(search(cloth(print)).line)).toBeLessThan(0.17);
  });

  it('finds an open shirt of one colour around the label in it', () => {
    const isLabel = (x: number, y: number) => Math.abs(x - 150) < 12 && y > 58 && y < 74;
    const openTo = (x: number) => LEFT.y + 1.5 * (ACROSS / 2 - Math.abs(x - 150)) * 2;
    const stitched = (x: number, y: number) => (x % 8 < 4 === y % 8 < 4 ? 30 : 50);
    const shirt = (x: number, y: number) => {
      if (isLabel(x, y)) return 80;
      return y < openTo(x) ? 40 : stitched(x, y);
    };
    expect(Math.abs(ratioOf(search(cloth(shirt)).line) - 1.5)).toBeLessThan(0.25);
  });

  it('is not misled by one print on the chest', () => {
    const print = (x: number, y: number) => {
      const level = [0.11, 0.35, 0.95].filter((ratio) => y > roundAt(x, ratio)).length;
      return 30 + 14 * level;
    };
    expect(ratioOf(search(cloth(print)).line)).toBeCloseTo(0.35, 1);
  });

  it('believes a faint edge where the back collar is seen, but not the collar’s own rib', () => {
    const level = (x: number, y: number) => {
      if (y < roundAt(x, 0.11)) return 50;
      if (y < roundAt(x, 0.25)) return 35;
      return y < roundAt(x, 0.65) ? 40 : 43;
    };
    expect(ratioOf(search(cloth(level)).line)).toBeCloseTo(0.65, 1);
  });
});

describe('necklineOf', () => {
  it('assumes a round neck in front of a back collar that shows alone', () => {
    expect(search(cloth(withBack)).line).toBeNull();
    expect(ratioOf(necklineOf(search(cloth(withBack))))).toBeCloseTo(0.42, 5);
  });

  it('assumes nothing of cloth that shows no back collar', () => {
    expect(necklineOf(search(cloth(() => 40)))).toBeNull();
  });
});
