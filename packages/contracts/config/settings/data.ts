import { z } from 'zod';
import { laterValues } from './later-values.ts';

/** Where rows, pictures and network files live. */
export const dataSettings = {
  /** The folder of everything that must survive a restart. */
  DATA_DIR: z.string().default('./data'),
  /** `sqlite:PATH`; `proteus.db` in the data folder when left out. */
  DATABASE_URL: z
    .string()
    .superRefine((url, context) => {
      if (/^postgres(ql)?:/.test(url)) {
        context.addIssue({ code: 'custom', message: 'PostgreSQL comes with a later version' });
      } else if (!/^sqlite:./.test(url)) {
        context.addIssue({ code: 'custom', message: 'must be sqlite: followed by a path' });
      }
    })
    .optional(),
  STORAGE_BACKEND: laterValues(['local'], ['s3']).default('local'),
  /** Folder of the local object store; `storage` in the data folder when left out. */
  VFR_STORAGE: z.string().optional(),
  /** Signs the local store's addresses; made in the data folder when left out, except in production. */
  STORAGE_SIGNING_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Path of the pipeline's configuration; `configs/pipeline.yaml` if there is one. */
  VFR_CONFIG: z.string().optional(),
  /** Folder that holds network files in place of the packaged ones. */
  MODELS_DIR: z.string().optional(),
};
