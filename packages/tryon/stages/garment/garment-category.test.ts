import { describe, expect, it } from 'vitest';
import { decideCategory } from './garment-category.ts';
import { measureOutline } from './outline.ts';
import { findUpperLandmarks } from './side-landmarks.ts';
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
    ['dress', 'dress', 130],
  ] as const)('takes a %s for %s', (name, category, scale) => {
    const mask = drawMask(OUTLINES[name], SIZE, { middle: 120, top: 30, scale });
    const outline = measureOutline(mask)!;
    const decision = decideCategory(outline, findUpperLandmarks(outline));
    expect(decision.category).toBe(category);
    expect(decision.confidence).toBeGreaterThan(0.7);
  });
});
