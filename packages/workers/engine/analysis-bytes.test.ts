import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packAnalysis, unpackAnalysis } from './analysis-bytes.ts';

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

it('gives back exactly what was packed: every number, every plane', async () => {
  await fc.assert(
    fc.asyncProperty(analysis, async (written) => {
      const packed = await packAnalysis(written as object);
      expect(await unpackAnalysis(packed)).toStrictEqual(written);
    }),
  );
});

it('refuses what it did not pack', async () => {
  const packed = await packAnalysis({ data: Float32Array.from({ length: 100 }, Math.random) });
  await expect(unpackAnalysis(packed.slice(0, -9))).rejects.toThrow();
  await expect(unpackAnalysis(Buffer.from('no analysis'))).rejects.toThrow();
});
