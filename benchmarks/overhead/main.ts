/** Measures what handing a job to a worker costs, beside plain BullMQ and Celery: `npm run bench:overhead`. */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { TEST_DATABASE_URL, TEST_REDIS_URL } from '@proteus/platform/testing/test-services.ts';
import { HAVE_SERVICES } from '../../tests/e2e/cluster.ts';
import { openBullmq } from './bullmq.ts';
import { haveCelery, openCelery } from './celery.ts';
import type { Contender } from './contender.ts';
import { measure } from './measure.ts';
import { openProteus } from './proteus.ts';

const { values: options } = parseArgs({
  options: {
    alone: { type: 'string', default: '200' },
    together: { type: 'string', default: '500' },
    only: { type: 'string', default: '' },
  },
});
if (!HAVE_SERVICES) {
  throw new Error('Services are missing: run it by `npm run bench:overhead`.');
}
const redis = `${TEST_REDIS_URL}/9`;
const queue = `overhead-${randomUUID()}`;

const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  sqlite: () => openProteus('sqlite'),
  embedded: () => openProteus('embedded'),
  redis: () => openProteus('redis'),
  postgres: () => openProteus('postgres'),
  bullmq: () => openBullmq(redis, queue),
  'bullmq-postgres': () => openBullmq(TEST_DATABASE_URL ?? '', queue),
  ...(haveCelery() && { celery: () => openCelery(redis, queue) }),
};
if (!haveCelery()) {
  console.error('Celery is left out; `apt-get install python3-celery python3-redis` brings it.');
}

const print = (name: string, cells: readonly string[]) =>
  console.log([name.padEnd(32), ...cells.map((cell) => cell.padStart(9))].join(' '));
print('milliseconds; jobs a second', ['start p50', 'p99', 'told p50', 'p99', 'through', 'backlog']);
for (const [key, open] of Object.entries(contenders)) {
  if (options.only !== '' && !options.only.split(',').includes(key)) continue;
  const contender = await open();
  try {
    const measured = await measure(contender, Number(options.alone), Number(options.together));
    const { name, start, message, through, backlog } = measured;
    const times = [start.p50, start.p99, message.p50, message.p99].map((value) => value.toFixed(1));
    print(name, [...times, through.toFixed(0), backlog?.toFixed(0) ?? '-']);
  } finally {
    await contender.close();
  }
}
// Connections that a library keeps must not keep us.
process.exit(0);
