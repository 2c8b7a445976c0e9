import { createMask } from '@proteus/raster/create-mask.ts';
import { fillPolygon } from '@proteus/raster/fill-polygon.ts';
import type { RgbaImage, RgbImage } from '@proteus/raster/types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GARMENT_PART, LOWER_PART } from '../../garment-analysis.ts';
import { analyseGarment } from './analyse-garment.ts';
import { drawMask, drawPicture, OUTLINES, placed, TEE_LANDMARKS } from './synthetic-garments.ts';

const SIZE = { width: 240, height: 320 };
const PLACE = { middle: 120, top: 50, scale: 150 };
const NAVY = [30, 40, 90] as const;
const PAPER = [245, 245, 245] as const;

function draw(name: keyof typeof OUTLINES, place = PLACE): RgbImage {
  return drawPicture(drawMask(OUTLINES[name], SIZE, place), NAVY, PAPER);
}

function analyse(picture: RgbImage | RgbaImage, category: 'auto' | 'upper' = 'auto') {
  const garment = analyseGarment(picture, category, SIZE, () => {});
  if (garment.category === 'lower') throw new Error('taken for a lower garment');
  return garment;
}

function analyseLower(picture: RgbImage) {
  const garment = analyseGarment(picture, 'auto', SIZE, () => {});
  if (garment.category !== 'lower') throw new Error(`taken for ${garment.category}`);
  return garment;
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

describe('analyseGarment', () => {
  it('finds the landmarks of a tee', () => {
    const garment = analyse(draw('tee'));
    expect(garment.category).toBe('upper');
    expect(garment.categoryConfidence).toBeGreaterThan(0.9);
    expect(garment.confidence).toBeGreaterThan(0.6);
    expect(Math.abs(garment.middle - 120)).toBeLessThan(1.5);
    for (const side of [garment.left, garment.right]) {
      const sign = side === garment.left ? -1 : 1;
      for (const name of ['collar', 'armpit', 'hem'] as const) {
        expect(distance(side[name], placed(TEE_LANDMARKS[name], sign, PLACE))).toBeLessThan(8);
      }
      expect(sign * (side.tip.x - garment.middle)).toBeGreaterThan(0.25 * PLACE.scale);
      expect(side.tip.y).toBeLessThan(side.armpit.y);
      expect(side.sleeve).not.toBeNull();
      expect(side.seam).toHaveLength(7);
    }
  });

  it('moves every landmark along when the garment is moved and scaled', () => {
    const reference = analyse(draw('tee'));
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 10 }),
        fc.integer({ min: -20, max: 30 }),
        fc.double({ min: 0.85, max: 1.1, noNaN: true }),
        (dx, dy, factor) => {
          const place = {
            middle: PLACE.middle + dx,
            top: PLACE.top + dy,
            scale: PLACE.scale * factor,
          };
          const moved = analyse(draw('tee', place));
          for (const side of ['left', 'right'] as const) {
            for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
              const from = reference[side][name];
              const expected = {
                x: place.middle + (from.x - PLACE.middle) * factor,
                y: place.top + (from.y - PLACE.top) * factor,
              };
              expect(distance(moved[side][name], expected)).toBeLessThan(7);
            }
          }
        },
      ),
      { numRuns: 8, seed: 7 },
    );
  });

  it('sees a mirrored garment mirrored', () => {
    const picture = draw('longSleeve', { ...PLACE, middle: 112, scale: 140 });
    const flipped = new Uint8Array(picture.data.length);
    for (let y = 0; y < SIZE.height; y++) {
      for (let x = 0; x < SIZE.width; x++) {
        const from = 3 * (y * SIZE.width + x);
        const to = 3 * (y * SIZE.width + SIZE.width - 1 - x);
        flipped.set(picture.data.subarray(from, from + 3), to);
      }
    }
    const straight = analyse(picture);
    const mirrored = analyse({ ...picture, data: flipped });
    for (const name of ['collar', 'tip', 'armpit', 'hem'] as const) {
      const expected = {
        x: SIZE.width - 1 - straight.left[name].x,
        y: straight.left[name].y,
      };
      expect(distance(mirrored.right[name], expected)).toBeLessThan(4);
    }
  });

  it('measures long sleeves along their own axis', () => {
    const place = { middle: 120, top: 50, scale: 140 };
    const { right, left, parts } = analyse(draw('longSleeve', place));
    const sleeve = right.sleeve!;
    expect(sleeve.axis.x).toBeGreaterThan(0.1);
    expect(sleeve.axis.y).toBeGreaterThan(0.8);
    expect(sleeve.length).toBeGreaterThan(0.85 * place.scale);
    expect(left.sleeve!.axis.x).toBeLessThan(-0.1);
    const cuff = sleeve.slices.at(-2)!;
    expect(cuff.high - cuff.low).toBeGreaterThan(0.1 * place.scale);
    expect(cuff.high - cuff.low).toBeLessThan(0.3 * place.scale);
    const onSleeve = placed([0.65, 1.1], 1, place);
    const label = parts.data[Math.round(onSleeve.y) * SIZE.width + Math.round(onSleeve.x)];
    expect(label).toBe(GARMENT_PART.rightSleeve);
    expect(parts.data[200 * SIZE.width + 120]).toBe(GARMENT_PART.torso);
  });

  it('parts sleeves that hang against the torso where hem and cuff break', () => {
    const place = { middle: 120, top: 50, scale: 150 };
    const { right, left } = analyse(draw('hangingSleeve', place));
    expect(right.sleeve).not.toBeNull();
    expect(left.sleeve).not.toBeNull();
    expect(distance(right.hem, placed([0.45, 1.15], 1, place))).toBeLessThan(10);
    expect(distance(right.tip, placed([0.42, 0.1], 1, place))).toBeLessThan(10);
  });

  it('gives a tank no sleeves, and the end of its strap as shoulder tip', () => {
    const { left, right } = analyse(draw('tank'));
    expect(left.sleeve).toBeNull();
    expect(right.sleeve).toBeNull();
    expect(distance(right.tip, placed([0.27, 0.02], 1, PLACE))).toBeLessThan(8);
    expect(distance(right.armpit, placed([0.42, 0.45], 1, PLACE))).toBeLessThan(10);
  });

  it('finds waist, crotch and hems of trousers, and their legs', () => {
    const place = { middle: 120, top: 30, scale: 130 };
    const { left, right, crotch, parts } = analyseLower(draw('trousers', place));
    expect(distance(crotch!, placed([0, 0.55], 1, place))).toBeLessThan(8);
    for (const [sign, side] of [
      [-1, left],
      [1, right],
    ] as const) {
      expect(distance(side.waist, placed([0.3, 0], sign, place))).toBeLessThan(4);
      expect(distance(side.hem, placed([0.38, 2], sign, place))).toBeLessThan(4);
      expect(distance(side.innerHem, placed([0.14, 2], sign, place))).toBeLessThan(4);
      const knee = side.inner[3]!;
      expect(knee.t).toBe(0.5);
      expect(Math.abs(knee.point.x - (120 + sign * 0.09 * place.scale))).toBeLessThan(4);
      expect(side.outer.every(({ point }) => sign * (point.x - 120) > 0.28 * place.scale)).toBe(
        true,
      );
    }
    const labelAt = (x: number, y: number) => {
      const point = placed([x, y], 1, place);
      return parts.data[Math.round(point.y) * SIZE.width + Math.round(point.x)];
    };
    expect(labelAt(-0.25, 1.5)).toBe(LOWER_PART.leftLeg);
    expect(labelAt(0.25, 1.5)).toBe(LOWER_PART.rightLeg);
    expect(labelAt(0.25, 0.3)).toBe(LOWER_PART.seat);
  });

  it('places the crotch of wide trousers whose legs touch by the width of their seat', () => {
    const place = { middle: 120, top: 30, scale: 130 };
    const { crotch, left, right } = analyseLower(draw('wideTrousers', place));
    expect(crotch!.y).toBeLessThan(placed([0, 0.75], 1, place).y);
    expect(crotch!.y).toBeGreaterThan(placed([0, 0.35], 1, place).y);
    // Down to where they part both legs have one edge in common.
    expect(Math.abs(left.inner[0]!.point.x - right.inner[0]!.point.x)).toBeLessThan(1);
    expect(right.inner.at(-1)!.point.x - left.inner.at(-1)!.point.x).toBeGreaterThan(4);
  });

  it('takes all of a skirt for the seat', () => {
    const place = { middle: 120, top: 30, scale: 180 };
    const { crotch, left, right, parts } = analyseLower(draw('skirt', place));
    expect(crotch).toBeNull();
    expect(left.inner).toEqual([]);
    expect(distance(right.waist, placed([0.3, 0], 1, place))).toBeLessThan(4);
    expect(distance(right.hem, placed([0.5, 1.1], 1, place))).toBeLessThan(4);
    expect(distance(left.innerHem, placed([0, 1.1], 1, place))).toBeLessThan(4);
    expect(new Set(parts.data)).toEqual(new Set([LOWER_PART.outside, LOWER_PART.seat]));
  });

  it('finds the waist of a dress, and its seams down to the hem of the skirt', () => {
    const place = { middle: 120, top: 30, scale: 130 };
    const garment = analyse(draw('dress', place));
    expect(garment.category).toBe('dress');
    expect(Math.abs(garment.waist! - placed([0, 0.85], 1, place).y)).toBeLessThan(20);
    const { right } = garment;
    expect(right.sleeve).toBeNull();
    expect(distance(right.armpit, placed([0.36, 0.42], 1, place))).toBeLessThan(12);
    expect(distance(right.hem, placed([0.55, 2], 1, place))).toBeLessThan(6);
    expect(right.seam).toHaveLength(13);
  });

  it('takes wide bare shoulders above narrow sides for no sleeves', () => {
    const place = { middle: 120, top: 20, scale: 92 };
    const { left, right, category } = analyse(draw('sheath', place));
    expect(category).toBe('dress');
    expect(left.sleeve).toBeNull();
    expect(right.sleeve).toBeNull();
  });

  it('tells a garment of nearly the backdrop colour', () => {
    const mask = drawMask(OUTLINES.tee, SIZE, PLACE);
    const { alpha } = analyse(drawPicture(mask, [255, 255, 255], [246, 246, 246]));
    let wrong = 0;
    for (let i = 0; i < mask.data.length; i++) {
      if (alpha.data[i]! > 0.5 !== mask.data[i]! > 0) wrong++;
    }
    expect(wrong).toBeLessThan(0.01 * mask.data.length);
  });

  it('leaves no backdrop in the colours around the garment', () => {
    const { colour, alpha } = analyse(draw('tee'));
    let pale = 0;
    for (let i = 0; i < alpha.data.length; i++) {
      if (alpha.data[i]! > 0.02 && colour.data[3 * i]! > 40) pale++;
    }
    expect(pale).toBe(0);
  });

  it('lets the backdrop show between arm and torso', () => {
    const mask = drawMask(OUTLINES.longSleeve, SIZE, { middle: 120, top: 50, scale: 140 });
    const bridge = createMask(SIZE.width, SIZE.height);
    fillPolygon(bridge, [
      { x: 170, y: 205 },
      { x: 215, y: 205 },
      { x: 215, y: 212 },
      { x: 170, y: 212 },
    ]);
    for (let i = 0; i < mask.data.length; i++) if (bridge.data[i]) mask.data[i] = 255;
    const { alpha } = analyse(drawPicture(mask, NAVY, PAPER), 'upper');
    const between = placed([0.47, 0.95], 1, { middle: 120, top: 50, scale: 140 });
    expect(alpha.data[Math.round(between.y) * SIZE.width + Math.round(between.x)]).toBe(0);
  });

  it('takes the alpha of a cut-out as it is', () => {
    const mask = drawMask(OUTLINES.tee, SIZE, PLACE);
    const data = new Uint8Array(mask.data.length * 4);
    for (let i = 0; i < mask.data.length; i++) {
      data.set([...NAVY, mask.data[i] ? (i % SIZE.width < 120 ? 255 : 230) : 0], 4 * i);
    }
    const { alpha, left } = analyse({ ...SIZE, data });
    expect(alpha.data[200 * SIZE.width + 110]).toBe(1);
    expect(alpha.data[200 * SIZE.width + 130]).toBeCloseTo(230 / 255);
    expect(alpha.data[5]).toBe(0);
    expect(distance(left.armpit, placed(TEE_LANDMARKS.armpit, -1, PLACE))).toBeLessThan(8);
  });

  it('marks the inside of the back collar above the front neckline', () => {
    const picture = draw('tee');
    const inside = createMask(SIZE.width, SIZE.height);
    const curve = Array.from({ length: 21 }, (_, k) => {
      const u = k / 10 - 1;
      return { x: 120 + u * 0.16 * PLACE.scale, y: PLACE.top + (1 - u * u) * 0.12 * PLACE.scale };
    });
    fillPolygon(inside, curve);
    for (let i = 0; i < inside.data.length; i++) {
      if (inside.data[i] && picture.data[3 * i] === NAVY[0]) picture.data.set([90, 95, 120], 3 * i);
    }
    const { innerCollar } = analyse(picture);
    expect(innerCollar.data[(PLACE.top + 10) * SIZE.width + 120]).toBe(1);
    expect(innerCollar.data[(PLACE.top + 26) * SIZE.width + 120]).toBe(0);
    expect(Math.max(...analyse(draw('tee')).innerCollar.data)).toBe(0);
  });

  it('takes no print on the chest for a neckline', () => {
    const picture = draw('tee');
    const print = createMask(SIZE.width, SIZE.height);
    const [from, to] = [120 - 0.1 * PLACE.scale, 120 + 0.12 * PLACE.scale];
    const top = PLACE.top + 0.2 * PLACE.scale;
    fillPolygon(print, [
      { x: from, y: top },
      { x: to, y: top },
      { x: to, y: top + 60 },
      { x: from, y: top + 60 },
    ]);
    for (let i = 0; i < print.data.length; i++) {
      if (print.data[i]) picture.data.set([250, 240, 230], 3 * i);
    }
    expect(Math.max(...analyse(picture).innerCollar.data)).toBe(0);
  });

  it('finds no garment in an empty picture', () => {
    const empty = drawPicture(createMask(SIZE.width, SIZE.height), NAVY, PAPER);
    expect(() => analyse(empty)).toThrow(expect.objectContaining({ code: 'GARMENT_NOT_FOUND' }));
  });

  it('finds no garment in clutter', () => {
    const clutter = new Uint8Array(SIZE.width * SIZE.height * 3);
    let state = 1;
    for (let i = 0; i < clutter.length; i++) {
      state = (state * 1103515245 + 12345) % 2147483648;
      clutter[i] = state >> 23;
    }
    expect(() => analyse({ ...SIZE, data: clutter })).toThrow(
      expect.objectContaining({ code: 'GARMENT_NOT_FOUND' }),
    );
  });

  it('stops when it is told to', () => {
    expect(() =>
      analyseGarment(draw('tee'), 'auto', SIZE, () => AbortSignal.abort().throwIfAborted()),
    ).toThrow();
  });
});
