import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Imports that stay when types are taken out, static and dynamic. */
const IMPORT = /^(?:import|export) (?!type )[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gm;

/** Packages from elsewhere that a program loads, through all files of our own. */
function packagesOf(entry: string): Set<string> {
  const files = [new URL(entry, import.meta.url).href];
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, fixed, dynamic] of readFileSync(fileURLToPath(file), 'utf8').matchAll(IMPORT)) {
      const name = fixed ?? dynamic!;
      const isOurs = name.startsWith('.') || name.startsWith('@proteus/');
      if (!isOurs) packages.add(name);
      else {
        const path = name.startsWith('.') ? new URL(name, file).href : import.meta.resolve(name);
        if (!files.includes(path)) files.push(path);
      }
    }
  }
  return packages;
}

describe('an engine’s program', () => {
  it('loads no validator: its parent has validated', () => {
    const packages = packagesOf('./main.ts');
    expect(packages).toContain('onnxruntime-node');
    expect([...packages].filter((name) => name.split('/')[0] === 'zod')).toEqual([]);
  });
});
