import { ProteusError } from '@proteus/contracts/errors.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnnx } from '../fixtures/run-onnx.ts';
import {
  floatTensor,
  intTensor,
  type TestOperator,
  type TestTensor,
  writeTflite,
} from '../fixtures/write-tflite.ts';
import type { Shape } from '../shape.ts';
import { convertTflite } from './convert-tflite.ts';

const RELU = 1;
const RELU6 = 3;
const VALID = 1;

/** Runs one operator: tensor 0 is the input, the last one the output, constants lie between. */
async function runOperator(
  input: readonly number[],
  shape: Shape,
  operator: Omit<TestOperator, 'inputs' | 'outputs'> & { readonly inputs?: readonly number[] },
  constants: readonly TestTensor[],
  outputShape: Shape,
): Promise<number[]> {
  const last = constants.length + 1;
  const file = writeTflite({
    tensors: [{ name: 'in', shape }, ...constants, { name: 'out', shape: outputShape }],
    operators: [
      { inputs: Array.from({ length: last }, (_, index) => index), ...operator, outputs: [last] },
    ],
    inputs: [0],
    outputs: [last],
  });
  const { out } = await runOnnx(convertTflite(file), {
    in: { data: Float32Array.from(input), shape },
  });
  expect(out!.shape).toEqual(outputShape);
  return Array.from(out!.data);
}

describe('converted operators', () => {
  it('CONV_2D mixes channels and adds the bias', async () => {
    const weights = floatTensor([2, 1, 1, 2], [1, 10, 100, 1000]);
    const bias = floatTensor([2], [0.5, 0]);
    const pixels = [1, 2, 3, 4];
    expect(
      await runOperator(pixels, [1, 1, 2, 2], { code: 3 }, [weights, bias], [1, 1, 2, 2]),
    ).toEqual([21.5, 2100, 43.5, 4300]);
  });

  it('CONV_2D with SAME padding and stride 2 pads at the end first', async () => {
    const weights = floatTensor([1, 3, 1, 1], [1, 10, 100]);
    const options = { 0: { int8: 0 }, 1: { int32: 1 }, 2: { int32: 2 } };
    expect(
      await runOperator(
        [1, 2, 3, 4],
        [1, 4, 1, 1],
        { code: 3, options },
        [weights, floatTensor([1], [0])],
        [1, 2, 1, 1],
      ),
    ).toEqual([321, 43]);
  });

  it('DEPTHWISE_CONV_2D keeps channels apart and applies ReLU6', async () => {
    const weights = floatTensor([1, 1, 2, 2], [1, 1, 2, -1]);
    const options = { 0: { int8: VALID }, 4: { int8: RELU6 } };
    expect(
      await runOperator(
        [1, 5, 2, 3, 4, 4],
        [1, 1, 3, 2],
        { code: 4, options },
        [weights, floatTensor([2], [0, 0])],
        [1, 1, 2, 2],
      ),
    ).toEqual([5, 2, 6, 0]);
  });

  it('ADD sums and applies ReLU', async () => {
    expect(
      await runOperator(
        [1, -2],
        [1, 2],
        { code: 0, inputs: [0, 0], options: { 0: { int8: RELU } } },
        [],
        [1, 2],
      ),
    ).toEqual([2, 0]);
  });

  it('PAD reads its table by rows of the file’s axes', async () => {
    const pads = intTensor([4, 2], [0, 0, 1, 0, 0, 1, 0, 1]);
    expect(await runOperator([7], [1, 1, 1, 1], { code: 34 }, [pads], [1, 2, 2, 2])).toEqual([
      0, 0, 0, 0, 7, 0, 0, 0,
    ]);
  });

  it('RESIZE_BILINEAR samples at half pixel centres when told', async () => {
    const size = intTensor([2], [1, 4]);
    const options = { 3: { int8: 1 } };
    expect(
      await runOperator([0, 4], [1, 1, 2, 1], { code: 23, options }, [size], [1, 1, 4, 1]),
    ).toEqual([0, 1, 3, 4]);
  });

  it('MAX_POOL_2D takes the largest of each window', async () => {
    const options = {
      0: { int8: VALID },
      1: { int32: 2 },
      2: { int32: 1 },
      3: { int32: 2 },
      4: { int32: 1 },
    };
    expect(
      await runOperator([1, 5, 3, 2], [1, 1, 4, 1], { code: 17, options }, [], [1, 1, 2, 1]),
    ).toEqual([5, 3]);
  });

  it('RESHAPE keeps the order that the file knows, channels innermost', async () => {
    expect(await runOperator([1, 2, 3, 4, 5, 6], [1, 1, 3, 2], { code: 22 }, [], [1, 6])).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('LOGISTIC gives probabilities', async () => {
    expect(await runOperator([0], [1, 1], { code: 14 }, [], [1, 1])).toEqual([0.5]);
  });

  it('CONCATENATION joins images along their channels', async () => {
    const options = { 0: { int32: 3 } };
    expect(
      await runOperator(
        [1, 2],
        [1, 1, 2, 1],
        { code: 2, inputs: [0, 0], options },
        [],
        [1, 1, 2, 2],
      ),
    ).toEqual([1, 1, 2, 2]);
  });

  it('DEPTH_TO_SPACE lays four channels out as a block', async () => {
    const options = { 0: { int32: 2 } };
    expect(
      await runOperator([1, 2, 3, 4], [1, 1, 1, 4], { code: 5, options }, [], [1, 2, 2, 1]),
    ).toEqual([1, 2, 3, 4]);
  });

  it('DENSIFY and DEQUANTIZE restore sparse half floats', async () => {
    const dense = { 0: { int8: 0 } };
    const sparsity = {
      0: { int32s: [0, 1, 2, 3] },
      2: {
        tables: [
          { ...dense, 1: { int32: 2 } },
          { ...dense, 1: { int32: 1 } },
          { ...dense, 1: { int32: 1 } },
          {
            0: { int8: 1 },
            2: { int8: 3 },
            3: { table: { 0: { bytes: Uint8Array.of(0, 1, 2) } } },
            4: { int8: 3 },
            5: { table: { 0: { bytes: Uint8Array.of(1, 0) } } },
          },
        ],
      },
    };
    const file = writeTflite({
      tensors: [
        { name: 'in', shape: [1, 1, 1, 2] },
        // Rows (0, 1) and (2, 0): only the values that are not zero are stored.
        { shape: [2, 1, 1, 2], type: 1, bytes: Uint8Array.of(0, 0x3c, 0, 0x40), sparsity },
        { shape: [2, 1, 1, 2], type: 1 },
        { shape: [2, 1, 1, 2] },
        floatTensor([2], [0, 0]),
        { name: 'out', shape: [1, 1, 1, 2] },
      ],
      operators: [
        { code: 124, inputs: [1], outputs: [2] },
        { code: 6, inputs: [2], outputs: [3] },
        { code: 3, inputs: [0, 3, 4], outputs: [5] },
      ],
      inputs: [0],
      outputs: [5],
    });
    const { out } = await runOnnx(convertTflite(file), {
      in: { data: Float32Array.of(10, 20), shape: [1, 1, 1, 2] },
    });
    expect(Array.from(out!.data)).toEqual([20, 20]);
  });
});

const SMALL_NETWORK = writeTflite({
  tensors: [
    { name: 'in', shape: [1, 2, 2, 1] },
    intTensor([4, 2], [0, 0, 1, 1, 1, 1, 0, 0]),
    { shape: [1, 4, 4, 1] },
    floatTensor([2, 3, 3, 1], Array(18).fill(1)),
    floatTensor([2], [0, 0]),
    { shape: [1, 2, 2, 2] },
    { name: 'out', shape: [1, 8] },
  ],
  operators: [
    { code: 34, inputs: [0, 1], outputs: [2] },
    { code: 3, inputs: [2, 3, 4], outputs: [5], options: { 0: { int8: VALID } } },
    { code: 22, inputs: [5], outputs: [6] },
  ],
  inputs: [0],
  outputs: [6],
});

describe('hostile files', () => {
  function outcome(file: Uint8Array): unknown {
    try {
      return convertTflite(file).length > 0;
    } catch (error) {
      return error instanceof ProteusError ? error.code : error;
    }
  }

  it('are converted or refused with MODEL_UNREADABLE, whatever bytes are changed', () => {
    expect(outcome(SMALL_NETWORK)).toBe(true);
    const place = fc.integer({ min: 0, max: SMALL_NETWORK.length - 1 });
    const change = fc.tuple(place, fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const file = SMALL_NETWORK.slice();
        for (const [position, byte] of changes) {
          file[position] = byte;
        }
        expect([true, 'MODEL_UNREADABLE']).toContain(outcome(file));
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused wherever they are cut off', () => {
    for (let length = 0; length < SMALL_NETWORK.length - 1; length++) {
      expect(outcome(SMALL_NETWORK.subarray(0, length))).toBe('MODEL_UNREADABLE');
    }
  });

  it('are refused when they are something else', () => {
    expect(() => convertTflite(new TextEncoder().encode('<html>not found</html>'))).toThrow(
      'not a TFLite file',
    );
  });

  it('are refused when they use an operator that we lack', () => {
    const file = writeTflite({
      tensors: [{ shape: [1] }, { shape: [1] }],
      operators: [{ code: 99, inputs: [0], outputs: [1] }],
      inputs: [0],
      outputs: [1],
    });
    expect(() => convertTflite(file)).toThrow('operator 99 is not supported');
  });
});
