import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGraphBuilder } from '@proteus/neural/onnx/graph-builder.ts';
import { createOnnxSession } from '@proteus/neural/runtime/onnx-session.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preparedModelInFolder } from './prepared-model-folder.ts';

const { signal } = new AbortController();
const X = { x: { data: Float32Array.of(21), shape: [1] } };
let root: string;
let folder: string;
let loads: number;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'proteus-prepared-'));
  folder = path.join(root, 'cache', 'networks');
  loads = 0;
});
afterEach(() => rm(root, { recursive: true }));

async function double(version = '1', where = folder): Promise<number> {
  const session = createOnnxSession({
    load: async () => {
      loads++;
      const graph = createGraphBuilder({ name: 'double' });
      const input = graph.input('x', 'float32', [1]);
      graph.output('y', graph.binary('Add', input, input));
      return graph.build();
    },
    prepared: preparedModelInFolder(where, 'double', version),
  });
  const { y } = await session.run(X, signal);
  await session.dispose();
  return y!.data[0]!;
}

describe('a network that is kept as it lies in memory', () => {
  it('is read and laid out once, for later processes too', async () => {
    expect(await double()).toBe(42);
    expect(await double()).toBe(42);
    expect(loads).toBe(1);
    expect(await readdir(folder)).toEqual(['double-1']);
  });

  it('is laid out anew for another version, which replaces it', async () => {
    await double('1');
    expect(await double('2')).toBe(42);
    expect(loads).toBe(2);
    expect(await readdir(folder)).toEqual(['double-2']);
  });

  it('is laid out anew when the file is damaged', async () => {
    await double();
    const whole = await readFile(path.join(folder, 'double-1'));
    await writeFile(path.join(folder, 'double-1'), whole.subarray(0, whole.length / 2));
    expect(await double()).toBe(42);
    expect(loads).toBe(2);
    expect(await readFile(path.join(folder, 'double-1'))).toEqual(whole);
  });

  it('works where nothing can be written', async () => {
    const file = path.join(root, 'no folder');
    await writeFile(file, '');
    expect(await double('1', file)).toBe(42);
  });
});
