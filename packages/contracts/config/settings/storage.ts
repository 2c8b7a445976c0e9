import { z } from 'zod';

/** Where pictures live. */
export const storageSettings = {
  STORAGE_BACKEND: z.enum(['local', 's3'], { error: 'must be local or s3' }).default('local'),
  /** Folder of the local object store; `storage` in the data folder when left out. */
  VFR_STORAGE: z.string().optional(),
  /** Signs the local store's addresses; made in the data folder when left out, except in production. */
  STORAGE_SIGNING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** A bucket that is there already. */
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  /** Address of any server that speaks S3 but AWS. Browsers must reach it too: they read and write there. */
  S3_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** What AWS's own chain finds (environment, role of the machine) when left out. */
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** What comes before all keys in the bucket. */
  S3_PREFIX: z
    .string()
    .regex(
      /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*\/?$/,
      'must be a path such as proteus/',
    )
    .transform((prefix) => (prefix.endsWith('/') ? prefix : `${prefix}/`))
    .optional(),
  /** `HOST/BUCKET/KEY` instead of `BUCKET.HOST/KEY`; when left out, whenever there is an `S3_ENDPOINT_URL`. */
  S3_FORCE_PATH_STYLE: z.stringbool().optional(),
};
