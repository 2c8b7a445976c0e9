import { PART } from '@proteus/contracts/person-parts.ts';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from './parse-agreement.ts';

const map = (...data: number[]) => ({ width: data.length, height: 1, data: Uint8Array.from(data) });

describe('parseAgreement', () => {
  it('compares what the labels show and leaves out what they do not', () => {
    const truth = map(0, 2, 13, 5, 7, 9, 14);
    const parts = map(
      0,
      PART.hair,
      PART.neck,
      PART['upper-clothes'],
      PART['upper-clothes'],
      PART['lower-clothes'],
      PART['right-hand'],
    );
    expect(parseAgreement(truth, parts)).toEqual({ upper: 1, lower: 1, arms: 1, head: 0.5 });
  });

  it('takes both halves of a dress for the dress', () => {
    const parts = map(PART['upper-clothes'], PART['lower-clothes'], PART.background);
    expect(parseAgreement(map(6, 6, 0), parts)).toEqual({ upper: 1 });
  });
});
