import { boxBlur } from '@proteus/raster/box-blur.ts';
import { rgbToLab } from '@proteus/raster/rgb-to-lab.ts';
import type { RgbImage } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { cutOut } from '../cut-out/cut-out.ts';
import { findGarment } from '../cut-out/find-garment.ts';
import { fitPicture } from '../fit-picture.ts';
import { measureOutline } from '../outline/outline.ts';
import { drawMask, OUTLINES } from '../synthetic-garments.ts';

const SIZE = { width: 240, height: 320 };
const PLACE = { middle: 120, top: 50, scale: 150 };
const MASK = drawMask(OUTLINES.tee, SIZE, PLACE);

/** Black cloth on white, white or bare where `isBright`, through a slightly soft lens. */
function draw(isBright: (x: number, y: number) => boolean, bright = 250): RgbImage {
  const grey = new Float32Array(SIZE.width * SIZE.height);
  for (let y = 0, i = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++, i++) {
      grey[i] = MASK.data[i] ? (isBright(x, y) ? bright : 25) : 250;
    }
  }
  const soft = boxBlur({ ...SIZE, data: grey }, 1).data;
  const data = new Uint8Array(3 * soft.length);
  for (let i = 0; i < soft.length; i++) data.fill(Math.round(soft[i]!), 3 * i, 3 * i + 3);
  return { ...SIZE, data };
}

function cut(picture: RgbImage) {
  const fitted = fitPicture(picture, SIZE);
  const found = findGarment(fitted, rgbToLab(fitted.picture), () => {});
  return { found, ...cutOut(fitted, found, measureOutline(found.mask)!) };
}

const inHole = (x: number, y: number) => x % 8 > 1 && y % 8 > 1;
const laceSkirt = (x: number, y: number) => y > 140 && inHole(x, y);

describe('sheer cloth', () => {
  it('lets what lies beneath show through the holes of lace, in the colour of its threads', () => {
    const { found, alpha, sheer, colour } = cut(draw(laceSkirt));
    const hole = 204 * SIZE.width + 124;
    expect(inHole(124, 204)).toBe(true);
    expect(found.mask.data[hole]).toBe(255);
    expect(alpha.data[hole]).toBe(1);
    expect(sheer!.data[hole]).toBeLessThan(0.15);
    expect(colour.data[3 * hole]).toBeLessThan(80);
    const knot = 200 * SIZE.width + 120;
    expect(sheer!.data[knot]).toBeGreaterThan(0.9);
    const chest = 100 * SIZE.width + 120;
    expect(sheer!.data[chest]).toBe(1);
  });

  it.each([
    [
      'a print of white mesh in the middle',
      (x: number, y: number) => Math.abs(x - 120) < 40 && Math.abs(y - 160) < 45 && inHole(x, y),
    ],
    [
      'large white dots all over',
      (x: number, y: number) => Math.hypot((x % 24) - 12, (y % 24) - 12) < 8,
    ],
    ['white stripes', (_: number, y: number) => y % 16 < 8],
    ['rhinestones', (x: number, y: number) => x % 5 < 2 && y % 5 < 2],
  ])('keeps solid: %s', (_, isBright) => {
    const { alpha, sheer } = cut(draw(isBright));
    expect(sheer).toBeNull();
    expect(alpha.data[160 * SIZE.width + 120]).toBe(1);
  });

  it('keeps solid a mesh that is printed in another white than the backdrop', () => {
    expect(cut(draw(laceSkirt, 225)).sheer).toBeNull();
  });
});
