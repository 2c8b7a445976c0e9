import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { runOnnx } from '../fixtures/run-onnx.ts';
import { float, int } from './attribute.ts';
import { createGraphBuilder } from './graph-builder.ts';

describe('the graph builder', () => {
  it('makes a model that onnxruntime runs', async () => {
    const graph = createGraphBuilder({ name: 'test' });
    const input = graph.input('x', 'float32', [2, 2]);
    const offset = graph.floats('offset', [2], () => Float32Array.of(1, -1));
    const sum = graph.binary('Add', input, offset);
    const leaky = graph.node('LeakyRelu', [sum], sum.shape, { attributes: { alpha: float(0.5) } });
    graph.output('y', graph.reshape(graph.transpose(leaky, [1, 0]), [4]));
    const { y } = await runOnnx(graph.build(), {
      x: { data: Float32Array.of(1, 2, -4, -6), shape: [2, 2] },
    });
    expect(Array.from(y!.data)).toEqual([2, -1.5, 1, -3.5]);
    expect(y!.shape).toEqual([4]);
  });

  it('keeps one constant for one key', () => {
    const graph = createGraphBuilder({ name: 'test' });
    const first = graph.integers([1, 2]);
    expect(graph.integers([1, 2])).toBe(first);
    expect(graph.integers([2, 1]).name).not.toBe(first.name);
  });

  it('names other operator sets', async () => {
    const graph = createGraphBuilder({
      name: 'test',
      opsets: { '': 17, 'com.microsoft': 1 },
    });
    const input = graph.input('x', 'float32', [2]);
    graph.output('y', graph.node('Gelu', [input], [2], { domain: 'com.microsoft' }));
    const { y } = await runOnnx(graph.build(), { x: { data: Float32Array.of(0, 10), shape: [2] } });
    expect(y!.data[0]).toBe(0);
    expect(y!.data[1]).toBeCloseTo(10, 5);
  });

  it('points at bytes of another file, at any offset', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'proteus-graph-'));
    try {
      const values = new Uint8Array(Float32Array.of(3, 4).buffer);
      await writeFile(join(folder, 'weights.bin'), Uint8Array.of(7, 7, 7, ...values));
      const graph = createGraphBuilder({ name: 'test' });
      const input = graph.input('x', 'float32', [2]);
      const weights = graph.external('weights', 'float32', [2], {
        location: 'weights.bin',
        offset: 3,
        length: 8,
      });
      graph.output('y', graph.binary('Mul', input, weights));
      const session = await InferenceSession.create(graph.build(), {
        extra: { session: { model_external_initializers_file_folder_path: folder } },
      });
      const { y } = await session.run({ x: new Tensor('float32', Float32Array.of(2, 10), [2]) });
      await session.release();
      expect(Array.from(y!.data as Float32Array)).toEqual([6, 40]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('refuses a constant whose bytes do not fill its shape', () => {
    const graph = createGraphBuilder({ name: 'test' });
    graph.constant('short', 'float32', [2], () => new Uint8Array(4));
    graph.node('Size', [], [], { attributes: { axis: int(0) } });
    expect(() => graph.build()).toThrow('needs 8');
  });
});
