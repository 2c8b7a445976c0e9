import { parseSettings, type Settings } from '@proteus/contracts/config/settings.ts';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../terminal/usage-error.ts';
import { requireSharedServices } from './require-shared-services.ts';

const SHARED = {
  DATABASE_URL: 'postgres://app:secret@database/app',
  REDIS_URL: 'redis://redis',
  STORAGE_BACKEND: 's3',
  S3_BUCKET: 'pictures',
};

function settingsOf(environment: Readonly<Record<string, string>>): Settings {
  const parsed = parseSettings(environment);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

function complaint(environment: Readonly<Record<string, string>>, pictures = true): string {
  const settings = settingsOf(environment);
  try {
    requireSharedServices('A tailor', settings, { pictures });
    return '';
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

describe('a process that works with others', () => {
  it('starts when they share database, news and pictures, whatever the queue', () => {
    for (const QUEUE_BACKEND of ['embedded', 'redis', 'postgres']) {
      expect(complaint({ ...SHARED, QUEUE_BACKEND })).toBe('');
    }
    const { STORAGE_BACKEND: _, ...rest } = SHARED;
    expect(complaint({ ...rest, VFR_STORAGE: '/mnt/pictures' })).toBe('');
  });

  it('is told everything that it lacks at once', () => {
    const said = complaint({});
    for (const name of ['A tailor', 'DATABASE_URL', 'REDIS_URL', 'VFR_STORAGE', 'S3_BUCKET']) {
      expect(said).toContain(name);
    }
  });

  it('may not keep pictures in its own data folder', () => {
    const { STORAGE_BACKEND: _, ...rest } = SHARED;
    expect(complaint(rest)).toContain('VFR_STORAGE');
    expect(complaint({ ...rest, DATA_DIR: '/d', VFR_STORAGE: '/d/storage/' })).toContain('S3');
    expect(complaint(rest, false)).toBe('');
  });

  it('is told without a word of what was given', () => {
    const { REDIS_URL: _, ...rest } = SHARED;
    expect(complaint(rest)).not.toContain('secret');
  });
});
