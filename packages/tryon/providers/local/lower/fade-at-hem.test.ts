import { PART } from '@proteus/contracts/person-parts.ts';
import { expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { fadeAtHem } from './fade-at-hem.ts';

const SIZE = { width: 20, height: 100 };
const HEM = 40;

it('passes from drawn skin into the visible leg below the old hem, and leaves the wall', () => {
  const data = new Uint8Array(SIZE.width * SIZE.height);
  for (let i = 0; i < data.length; i++) {
    if (i % SIZE.width >= 10) continue;
    data[i] = i < HEM * SIZE.width ? PART['lower-clothes'] : PART['left-leg'];
  }
  const person = { parts: { ...SIZE, data }, frame: { torsoLength: 200 } };
  const removed = { ...SIZE, data: new Float32Array(data.length) };
  fadeAtHem(removed, person as unknown as PersonAnalysis, PART['lower-clothes']);
  const at = (x: number, y: number) => removed.data[y * SIZE.width + x]!;
  expect(at(5, HEM)).toBe(1);
  expect(at(5, HEM + 9)).toBeGreaterThan(0.2);
  expect(at(5, HEM + 9)).toBeLessThan(0.8);
  expect(at(5, HEM + 30)).toBe(0);
  expect(at(11, HEM + 1)).toBe(0);
});
