import { z } from 'zod';

/** Where rows and network files live. */
export const dataSettings = {
  /** The folder of everything that must survive a restart. */
  DATA_DIR: z.string().default('./data'),
  /** `sqlite:PATH` or `postgres://…`; `proteus.db` in the data folder when left out. */
  DATABASE_URL: z
    .string()
    .refine(
      (url) => /^sqlite:./.test(url) || (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)),
      {
        error: 'must be sqlite: followed by a path, or postgres://USER:PASSWORD@HOST/DATABASE',
      },
    )
    .optional(),
  /** Connections to PostgreSQL that each process holds at most. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(1000).default(10),
  /** Path of the pipeline's configuration; `configs/pipeline.yaml` if there is one. */
  VFR_CONFIG: z.string().optional(),
  /** Path of the arbitrator's configuration; `configs/arbitrator.yaml` if there is one. */
  ARBITRATOR_CONFIG: z.string().optional(),
  /** Folder that holds network files in place of the packaged ones. */
  MODELS_DIR: z.string().optional(),
};
