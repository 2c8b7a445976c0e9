import type { Plane } from '@proteus/raster/types.ts';
import { describe, expect, it } from 'vitest';
import { drawMask, OUTLINES } from '../synthetic-garments.ts';
import { hasLegs } from './has-legs.ts';

const SIZE = { width: 240, height: 320 };

function opacityOf(name: keyof typeof OUTLINES): { readonly alpha: Plane } {
  const mask = drawMask(OUTLINES[name], SIZE, { middle: 120, top: 20, scale: 90 });
  return { alpha: { ...SIZE, data: Float32Array.from(mask.data, (value) => (value ? 1 : 0)) } };
}

describe('hasLegs', () => {
  it.each(['dress', 'strapDress', 'sheath'] as const)('finds none on a %s', (name) => {
    expect(hasLegs(opacityOf(name))).toBe(false);
  });

  it('finds those of a jumpsuit', () => {
    expect(hasLegs(opacityOf('jumpsuit'))).toBe(true);
  });
});
