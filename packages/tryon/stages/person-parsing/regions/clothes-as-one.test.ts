import { PART } from '@proteus/contracts/person-parts.ts';
import { renderPerson, SAMPLE_PEOPLE } from '@proteus/samples/people.ts';
import { describe, expect, it } from 'vitest';
import type { PersonAnalysis } from '../../../person-analysis.ts';
import { clothesAsOne } from './clothes-as-one.ts';

const SIZE = { width: 72, height: 96 };
const { parts } = renderPerson(SAMPLE_PEOPLE[0]!, SIZE);
const planeOf = (label: number) => ({
  ...SIZE,
  data: Float32Array.from(parts.data, (part) => (part === label ? 0.75 : 0)),
});
const person = {
  parts,
  regions: {
    upper: planeOf(PART['upper-clothes']),
    lower: planeOf(PART['lower-clothes']),
  },
} as PersonAnalysis;

describe.each(['upper', 'lower'] as const)('clothesAsOne, as %s', (region) => {
  const one = clothesAsOne(person, region);
  const other = region === 'upper' ? 'lower' : 'upper';

  it('gives all clothes one label and leaves the rest', () => {
    for (let i = 0; i < parts.data.length; i++) {
      const part = parts.data[i]!;
      const isCloth = part === PART['upper-clothes'] || part === PART['lower-clothes'];
      expect(one.parts.data[i]).toBe(isCloth ? PART[`${region}-clothes`] : part);
    }
  });

  it('adds up their memberships', () => {
    const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
    const { upper, lower } = person.regions;
    expect(sum(one.regions[region].data)).toBeCloseTo(sum(upper.data) + sum(lower.data), 3);
    expect(sum(one.regions[other].data)).toBe(0);
  });
});
