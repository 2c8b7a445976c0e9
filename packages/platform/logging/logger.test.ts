import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { redactUrl } from './redact-url.ts';

it('keeps secrets out of the log, wherever they stand', () => {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  logger.info({
    authorization: 'hunter2',
    headers: { cookie: 'hunter2', 'set-cookie': 'hunter2', 'x-api-key': 'hunter2' },
    settings: { secret: 'hunter2', port: 8080 },
    req: {
      method: 'GET',
      url: '/storage/a.png?expires=1&signature=hunter2',
      headers: { authorization: 'hunter2' },
    },
    url: 'https://me:hunter2@try.example/?token=hunter2',
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('hunter2');
  expect(JSON.parse(lines[0]!)).toMatchObject({
    settings: { port: 8080 },
    req: { method: 'GET', url: '/storage/a.png?expires=1&signature=[redacted]' },
  });
});

it('says nothing below its level', () => {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'warn',
    destination: { write: (line) => void lines.push(line) },
  });
  logger.info('quiet');
  logger.warn('loud');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['loud']);
});

it('leaves addresses without secrets as they are', () => {
  const url = 'https://try.example/v1/jobs?cursor=abc&limit=5#top';
  expect(redactUrl(url)).toBe(url);
  expect(redactUrl('/a?X-Amz-Signature=abc&b=1')).toBe('/a?X-Amz-Signature=[redacted]&b=1');
});
