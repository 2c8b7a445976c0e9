import { expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

it('needs nothing to be set', () => {
  expect(parseSettings({})).toMatchObject({
    ok: true,
    settings: { PORT: 8080, HOST: '127.0.0.1', DATABASE_URL: 'sqlite:./data/proteus.db' },
  });
});

it('puts database and pictures into the data folder, unless they are named', () => {
  expect(parseSettings({ DATA_DIR: '/srv/p', VFR_STORAGE: '/big' })).toMatchObject({
    settings: { DATABASE_URL: 'sqlite:/srv/p/proteus.db', VFR_STORAGE: '/big' },
  });
});

it('takes an empty variable for one that is not set', () => {
  expect(parseSettings({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ settings: { PORT: 8080 } });
});

it('tells every wrong setting at once, by name and never by value', () => {
  const parsed = parseSettings({
    NODE_ENV: 'production',
    PORT: 'hunter2',
    LOG_LEVEL: 'hunter2',
    PUBLIC_URL: 'hunter2',
    DATABASE_URL: 'postgres:admin:hunter2@db',
    QUEUE_BACKEND: 'hunter2',
    STORAGE_BACKEND: 'hunter2',
    MAX_IMAGE_BYTES: '-1',
    RESULT_REDIRECT: 'hunter2',
  });
  if (parsed.ok) throw new Error('must not be accepted');
  expect(new Set(parsed.problems.map(({ name }) => name))).toEqual(
    new Set([
      'PORT',
      'LOG_LEVEL',
      'PUBLIC_URL',
      'DATABASE_URL',
      'QUEUE_BACKEND',
      'STORAGE_BACKEND',
      'MAX_IMAGE_BYTES',
      'RESULT_REDIRECT',
      'STORAGE_SIGNING_SECRET',
      'JWT_SECRET',
    ]),
  );
  expect(JSON.stringify(parsed)).not.toContain('hunter2');
});

it('asks for secrets in production only where something is signed', () => {
  const production = { NODE_ENV: 'production' };
  expect(parseSettings(production)).toMatchObject({
    problems: [{ name: 'STORAGE_SIGNING_SECRET' }, { name: 'JWT_SECRET' }],
  });
  expect(parseSettings(production, { signs: false }).ok).toBe(true);
  expect(parseSettings({ ...production, JWT_SECRET: 'short' }, { signs: false }).ok).toBe(false);
});

it('says what to write instead', () => {
  const messages = (environment: Record<string, string>) => {
    const parsed = parseSettings(environment);
    return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
  };
  expect(messages({ QUEUE_BACKEND: 'tape' })).toEqual(['must be embedded, redis or postgres']);
  expect(messages({ QUEUE_BACKEND: 'redis' })).toEqual(['must be set with QUEUE_BACKEND=redis']);
  expect(messages({ QUEUE_BACKEND: 'postgres' })).toEqual([
    'must be postgres:// with QUEUE_BACKEND=postgres',
  ]);
  expect(messages({ QUEUE_BACKEND: 'redis', REDIS_URL: 'http://x' })).toEqual([
    'must be redis://HOST or rediss://HOST',
  ]);
  expect(messages({ STORAGE_BACKEND: 'floppy' })).toEqual(['must be local or s3']);
  expect(messages({ DATABASE_URL: 'mysql://x' })).toEqual([
    'must be sqlite: followed by a path, or postgres://USER:PASSWORD@HOST/DATABASE',
  ]);
  expect(messages({ DATABASE_URL: 'postgres://me:secret@db.example/proteus' })).toEqual([]);
});

it('wants a bucket for S3, and both halves of a key', () => {
  expect(parseSettings({ STORAGE_BACKEND: 's3', S3_ACCESS_KEY_ID: 'id' })).toEqual({
    ok: false,
    problems: [
      { name: 'S3_BUCKET', message: 'must be set with STORAGE_BACKEND=s3' },
      { name: 'S3_SECRET_ACCESS_KEY', message: 'is needed together with S3_ACCESS_KEY_ID' },
    ],
  });
  const whole = { STORAGE_BACKEND: 's3', S3_BUCKET: 'pictures', S3_PREFIX: 'a/b' };
  expect(
    parseSettings({ ...whole, NODE_ENV: 'production', JWT_SECRET: 'j'.repeat(32) }),
  ).toMatchObject({
    ok: true,
    settings: { S3_PREFIX: 'a/b/', S3_REGION: 'us-east-1' },
  });
  expect(parseSettings({ ...whole, S3_PREFIX: '../up' }).ok).toBe(false);
});

it('wants an address before it redirects to it', () => {
  expect(parseSettings({ RESULT_REDIRECT: '1' })).toEqual({
    ok: false,
    problems: [{ name: 'RESULT_REDIRECT', message: 'needs PUBLIC_URL' }],
  });
  const both = { RESULT_REDIRECT: 'true', PUBLIC_URL: 'https://try.example' };
  expect(parseSettings(both)).toMatchObject({ ok: true, settings: { RESULT_REDIRECT: true } });
});
