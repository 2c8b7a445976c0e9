import { describe, expect, it } from 'vitest';
import { createMottle } from './skin-mottle.ts';

describe('createMottle', () => {
  it('is the same every time, uneven, and slight', () => {
    const { data } = createMottle(120, 80, 100);
    expect(createMottle(120, 80, 100).data).toEqual(data);
    const low = data.reduce((least, value) => Math.min(least, value), 2);
    const high = data.reduce((most, value) => Math.max(most, value), 0);
    expect(high - low).toBeGreaterThan(0.005);
    expect(low).toBeGreaterThan(0.95);
    expect(high).toBeLessThan(1.05);
  });
});
