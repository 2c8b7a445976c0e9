import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPipelineConfig } from './load-pipeline-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proteus-pipeline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const path = join(folder, 'pipeline.yaml');
  writeFileSync(path, text);
  return path;
}

it('lets the environment override single leaves of the file', () => {
  const path = write('pose:\n  network: full\n  mirror: true\n');
  const config = loadPipelineConfig(path, {
    PIPELINE__POSE__MIRROR: 'false',
    PIPELINE__WORK__RES_LONG: '768',
    PIPELINE_POSE: 'ignored',
  });
  expect(config.pose).toEqual({ network: 'full', mirror: false });
  expect(config.work.res_long).toBe(768);
  expect(config.vton.enabled).toBe(true);
});

it('takes an empty file for the defaults', () => {
  expect(loadPipelineConfig(write('# nothing\n'), {})).toEqual(pipelineConfigSchema.parse({}));
});

it('names the file and every wrong key', () => {
  const path = write('pose:\n  netwrok: full\nwork:\n  res_long: 12\n');
  expect(() => loadPipelineConfig(path, { PIPELINE__VTON__PROVIDER: 'magic' })).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(
        /^(?=.*pose\.netwrok \(.*pipeline\.yaml\): there is no such key)(?=.*work\.res_long \(.*pipeline\.yaml\))(?=.*vton\.provider \(PIPELINE__VTON__PROVIDER\))/s,
      ),
    }),
  );
});

it('refuses a provider that is not there, and an escalation to none', () => {
  const path = write('finisher:\n  escalate_on_fail: true\n');
  expect(() => loadPipelineConfig(path, {})).toThrow(
    /finisher\.escalate_on_fail .*needs a stronger provider/,
  );
  expect(() => loadPipelineConfig(write(''), { PIPELINE__VTON__PROVIDER: 'fashn' })).toThrow(
    /vton\.provider .*not available here; there is: local/,
  );
});

it('names a file that is not there or is not YAML', () => {
  expect(() => loadPipelineConfig(join(folder, 'none.yaml'), {})).toThrow(
    /none\.yaml: there is no/,
  );
  expect(() => loadPipelineConfig(write('a: [1'), {})).toThrow(/pipeline\.yaml: /);
  expect(() => loadPipelineConfig(write('just a word'), {})).toThrow(/whole file/);
});

it('cannot be made to touch the prototype of objects', () => {
  expect(() => loadPipelineConfig(write(''), { PIPELINE____PROTO____POLLUTED: '1' })).toThrow();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
