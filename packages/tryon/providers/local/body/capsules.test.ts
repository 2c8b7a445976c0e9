import { describe, expect, it } from 'vitest';
import { createCapsules, drawCapsule } from './capsules.ts';

describe('drawCapsule', () => {
  it('leaves the round end of a limb whole where the next section turns back', () => {
    const limb = createCapsules({ width: 90, height: 90 });
    const elbow = { x: 20.3, y: 12.7, radius: 14, along: 0.5 };
    const wrist = { x: 44.1, y: 51.9, radius: 13.37, along: 1 };
    drawCapsule(limb, elbow, wrist, 1);
    const before = limb.inward.slice();
    const knuckles = { x: 38.2, y: 43.3, radius: 11, along: 1 };
    drawCapsule(limb, wrist, knuckles, 1);
    // Beyond the wrist both sections end in the same round.
    let changed = 0;
    for (let y = 66; y < 90; y++) {
      for (let x = 56; x < 90; x++) if (limb.inward[y * 90 + x] !== before[y * 90 + x]) changed++;
    }
    expect(changed).toBe(0);
  });
});
