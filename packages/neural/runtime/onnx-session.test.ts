import { describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../onnx/graph-builder.ts';
import { createOnnxSession } from './onnx-session.ts';

const { signal } = new AbortController();

function doublingModel(): Uint8Array {
  const graph = createGraphBuilder({ name: 'double' });
  const input = graph.input('x', 'float32', [1]);
  graph.output('y', graph.binary('Add', input, input));
  return graph.build();
}

const X = { x: { data: Float32Array.of(21), shape: [1] } };

describe('a session', () => {
  it('loads once for calls that come together', async () => {
    let loads = 0;
    const session = createOnnxSession({
      load: async () => {
        loads++;
        return doublingModel();
      },
    });
    expect(loads).toBe(0);
    const results = await Promise.all([session.run(X, signal), session.run(X, signal)]);
    expect(results.map(({ y }) => y!.data[0])).toEqual([42, 42]);
    expect(loads).toBe(1);
    await session.dispose();
  });

  it('tries again after a load that failed', async () => {
    let loads = 0;
    const session = createOnnxSession({
      load: async () => (++loads === 1 ? Uint8Array.of(1, 2, 3) : doublingModel()),
    });
    await expect(session.run(X, signal)).rejects.toMatchObject({ code: 'MODEL_UNREADABLE' });
    expect((await session.run(X, signal)).y!.data[0]).toBe(42);
    await session.dispose();
  });

  it('does not begin once it is aborted', async () => {
    let loads = 0;
    const session = createOnnxSession({
      load: async () => {
        loads++;
        return doublingModel();
      },
    });
    const reason = new Error('enough');
    await expect(session.run(X, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(loads).toBe(0);
  });

  it('refuses to run after it was disposed of, twice or not', async () => {
    const session = createOnnxSession({ load: async () => doublingModel() });
    await session.warm(signal);
    await session.dispose();
    await session.dispose();
    await expect(session.run(X, signal)).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
