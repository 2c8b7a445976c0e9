import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { errorsAsMarkdown } from './errors/error-reference.ts';
import { createTestGateway } from './testing/test-gateway.ts';

// After a change: `node packages/gateway/generate.ts`

it('has docs/errors.md up to date', async () => {
  const committed = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  expect(committed).toBe(errorsAsMarkdown());
});

it('has openapi.json up to date', async () => {
  const committed = await readFile(new URL('openapi.json', import.meta.url), 'utf8');
  const gateway = await createTestGateway();
  const current = JSON.parse(JSON.stringify(gateway.app.swagger()));
  await gateway.close();
  expect(JSON.parse(committed)).toEqual(current);
});
