import { describe, expect, it } from 'vitest';
import { decideCategory } from './garment-category.ts';
import { findBodiceLandmarks } from './outline/bodice.ts';
import { measureOutline } from './outline/outline.ts';
import { drawMask, OUTLINES } from './synthetic-garments.ts';

const SIZE = { width: 240, height: 320 };

describe('decideCategory', () => {
  it.each([
    ['tee', 'upper', 150],
    ['longSleeve', 'upper', 140],
    ['hangingSleeve', 'upper', 150],
    ['tank', 'upper', 150],
    ['trousers', 'lower', 130],
    ['skirt', 'lower', 180],
    ['shorts', 'lower', 200],
    ['wideTrousers', 'lower', 130],
    ['miniSkirt', 'lower', 220],
    ['circleSkirt', 'lower', 120],
    ['bandeau', 'upper', 250],
    ['croppedLongSleeve', 'upper', 150],
    ['dress', 'dress', 130],
    ['strapDress', 'dress', 130],
    ['jumpsuit', 'dress', 105],
  ] as const)('takes a %s for %s', (name, category, scale) => {
    const mask = drawMask(OUTLINES[name], SIZE, { middle: 120, top: 30, scale });
    const outline = measureOutline(mask)!;
    const decision = decideCategory(outline, findBodiceLandmarks(outline), () => 0);
    expect(decision.category).toBe(category);
    expect(decision.confidence).toBeGreaterThan(0.7);
  });
});
