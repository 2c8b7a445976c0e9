import { createMask } from '@proteus/raster/create-mask.ts';
import { createPlane } from '@proteus/raster/create-plane.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import type { WarpedGarment } from '../../../stages/warp/warped-garment.ts';
import { createOverlay } from '../overlay.ts';
import { BEHIND } from '../plate/behind-cloth.ts';
import type { CleanPlate } from '../plate/clean-plate.ts';
import { paintBackCollar } from './back-collar.ts';

const SIZE = 120;
const ROW = 60;

/** Shoulders 100 pixels wide around column 60; a back collar over these columns. */
function painted(
  first: number,
  last: number,
  kind: number = BEHIND.background,
  before: readonly [number, number] = [0, 0],
  opacity = 1,
) {
  const size = { width: SIZE, height: SIZE };
  const innerCollar = createPlane(SIZE, SIZE);
  const alpha = createPlane(SIZE, SIZE);
  for (let y = ROW - 4; y <= ROW + 4; y++) {
    innerCollar.data.fill(opacity, y * SIZE + first, y * SIZE + last + 1);
    alpha.data.fill(1, y * SIZE + before[0], y * SIZE + before[1]);
  }
  const person = {
    frame: { shoulderMiddle: { x: 60, y: ROW }, shoulderWidth: 100, right: { x: 1, y: 0 } },
    regions: { skin: createPlane(SIZE, SIZE), hair: createPlane(SIZE, SIZE) },
  } as unknown as PersonAnalysis;
  const colour = { ...size, data: new Uint8Array(SIZE * SIZE * 3).fill(200) };
  const garment = { innerCollar, torso: { colour, alpha } } as unknown as WarpedGarment;
  const kinds = createMask(SIZE, SIZE);
  kinds.data.fill(kind);
  const overlay = createOverlay(size);
  paintBackCollar(overlay, person, garment, { kinds } as CleanPlate);
  return (x: number) => overlay.coverage[ROW * SIZE + x]!;
}

describe('the back collar', () => {
  it('stands up beside the neck when it ends there', () => {
    const at = painted(40, 80);
    expect(at(45)).toBe(1);
    expect(at(75)).toBe(1);
  });

  it('is out of sight at a side where the neckline reaches far over the shoulder', () => {
    const at = painted(40, 95);
    expect(at(45)).toBe(1);
    expect(at(75)).toBe(0);
    expect(at(90)).toBe(0);
  });

  it('is not left as a scrap beside the front', () => {
    const at = painted(40, 80, BEHIND.background, [45, 120]);
    expect(at(42)).toBe(0);
    expect(painted(40, 80, BEHIND.background, [60, 120])(42)).toBe(1);
  });

  it('leaves no faint shred either', () => {
    expect(painted(40, 50, BEHIND.background, [0, 0], 0.2)(45)).toBe(0);
  });

  it('lies behind the trunk', () => {
    expect(painted(40, 80, BEHIND.trunk)(50)).toBe(0);
  });
});
