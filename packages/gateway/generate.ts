/** Writes what is generated from the code: `docs/errors.md` and `openapi.json`. */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { errorsAsMarkdown } from './errors/error-reference.ts';
import { createTestGateway } from './testing/test-gateway.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = new URL('../../docs/', import.meta.url);
const openapi = new URL('openapi.json', import.meta.url);
const gateway = await createTestGateway();
try {
  const document = `${JSON.stringify(gateway.app.swagger(), null, 2)}\n`;
  await mkdir(docs, { recursive: true });
  await writeFile(new URL('errors.md', docs), errorsAsMarkdown());
  await writeFile(openapi, document);
  const biome = fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url));
  execFileSync(biome, ['format', '--write', fileURLToPath(openapi)], { cwd: root });
} finally {
  await gateway.close();
}
