import type { S3Options } from '../storage/s3/s3-options.ts';

/**
 * The servers that the tests may use, started by `tests/services.sh run`; undefined = not there, and the
 * tests that need one are skipped.
 */
export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL;
export const TEST_REDIS_URL = process.env.TEST_REDIS_URL;

const endpoint = process.env.TEST_S3_ENDPOINT_URL;
/** The tests make the bucket when it is not there, and keep to prefixes of their own. */
export const TEST_S3: S3Options | undefined = endpoint
  ? {
      endpoint,
      bucket: process.env.TEST_S3_BUCKET ?? '',
      region: process.env.TEST_S3_REGION ?? '',
      forcePathStyle: true,
      credentials: {
        accessKeyId: process.env.TEST_S3_ACCESS_KEY_ID ?? '',
        secretAccessKey: process.env.TEST_S3_SECRET_ACCESS_KEY ?? '',
      },
      prefix: '',
    }
  : undefined;
