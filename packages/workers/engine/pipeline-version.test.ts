import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pipelineVersion } from './pipeline-version.ts';

it('stays the same, until a network file is another one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'proteus models-'));
  try {
    const packaged = pipelineVersion(null);
    expect(packaged).toMatch(/^[0-9a-f]{64}$/);
    expect(pipelineVersion(null)).toBe(packaged);
    const empty = pipelineVersion(folder);
    expect(empty).not.toBe(packaged);
    await writeFile(path.join(folder, 'pose_landmark_lite.tflite'), 'a network');
    expect(pipelineVersion(folder)).not.toBe(empty);
  } finally {
    await rm(folder, { recursive: true });
  }
});
