import { PART } from '@proteus/contracts/person-parts.ts';
import { createMask } from '@proteus/raster/create-mask.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { goesOnBelow } from './dress-below.ts';

const WIDTH = 120;
const HEIGHT = 300;
const HEM = 100;
const KNEES = 220;

/** Somebody in clothes of two colours, parted at `HEM`, over legs as a test has them. */
function wearing(above: number, below: number, legs: 'bare' | 'covered'): PersonAnalysis {
  const parts = createMask(WIDTH, HEIGHT);
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    const part =
      y < HEM ? 'upper-clothes' : y < KNEES || legs === 'covered' ? 'lower-clothes' : 'left-leg';
    parts.data.fill(PART[part], y * WIDTH, (y + 1) * WIDTH);
    data.fill(y < HEM ? above : below, y * WIDTH * 3, (y + 1) * WIDTH * 3);
  }
  return {
    picture: { width: WIDTH, height: HEIGHT, data },
    parts,
    frame: {
      shoulderMiddle: { x: 60, y: 0 },
      shoulderWidth: 80,
      torsoLength: 100,
      down: { x: 0, y: 1 },
      right: { x: 1, y: 0 },
    },
  } as unknown as PersonAnalysis;
}

describe('the cloth below a top', () => {
  it('is the same dress where nothing parts them over bare legs', () => {
    expect(goesOnBelow(wearing(120, 123, 'bare'), HEM)).toBe(true);
  });

  it('is a skirt where it differs', () => {
    expect(goesOnBelow(wearing(120, 150, 'bare'), HEM)).toBe(false);
  });

  it('is a pair of trousers where no leg is bare, black under black', () => {
    expect(goesOnBelow(wearing(20, 20, 'covered'), HEM)).toBe(false);
  });

  it('is parted from it by a seam at the waist, which would not lie there by chance', () => {
    expect(goesOnBelow(wearing(120, 120, 'bare'), 70)).toBe(false);
  });
});
