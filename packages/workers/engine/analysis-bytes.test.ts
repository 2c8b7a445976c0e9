import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnalysis, writeAnalysis } from './analysis-bytes.ts';

const plane = fc.oneof(fc.float32Array({ maxLength: 9 }), fc.uint8Array({ maxLength: 9 }));
const leaf = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, Number.NaN, Number.NEGATIVE_INFINITY),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  plane,
);
const { analysis } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 4 }), tie('analysis')),
  analysis: fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    tie('value'),
    { noNullPrototype: true, maxKeys: 5 },
  ),
}));

it('gives back exactly what was written: every number, every plane', () => {
  fc.assert(
    fc.property(analysis, (written) => {
      expect(readAnalysis(writeAnalysis(written as object))).toStrictEqual(written);
    }),
  );
});

it('leaves planes where they lie', () => {
  const bytes = writeAnalysis({
    name: 'odd',
    data: Uint8Array.of(1, 2, 3),
    more: Float32Array.of(4),
  });
  const { data, more } = readAnalysis(bytes) as { data: Uint8Array; more: Float32Array };
  expect([data.buffer, more.buffer]).toEqual([bytes.buffer, bytes.buffer]);
  expect([...data, ...more]).toEqual([1, 2, 3, 4]);
});

it('refuses what it did not write', () => {
  const bytes = writeAnalysis({ data: new Float32Array(100) });
  expect(() => readAnalysis(bytes.slice(0, 90))).toThrow();
});
