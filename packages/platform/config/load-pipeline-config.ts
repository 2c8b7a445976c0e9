import { type PipelineConfig, pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { loadYamlConfig } from './load-yaml-config.ts';

/** Reads the pipeline's configuration; see `loadYamlConfig`. */
export function loadPipelineConfig(
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): PipelineConfig {
  const schema = pipelineConfigSchema;
  const defaultPath = 'configs/pipeline.yaml';
  const config = { schema, title: 'pipeline configuration', defaultPath, prefix: 'PIPELINE__' };
  return loadYamlConfig(config, path, environment);
}
