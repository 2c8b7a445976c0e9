import {
  type JobOptions,
  type PipelineConfig,
  pipelineConfigSchema,
} from '@proteus/contracts/config/pipeline.ts';

/** The pipeline's configuration with one job's options laid over it. */
export function jobConfiguration(pipeline: PipelineConfig, options: JobOptions): PipelineConfig {
  const sections = Object.entries(options).map(([name, overrides]) => [
    name,
    { ...pipeline[name as keyof JobOptions], ...overrides },
  ]);
  return pipelineConfigSchema.parse({ ...pipeline, ...Object.fromEntries(sections) });
}
