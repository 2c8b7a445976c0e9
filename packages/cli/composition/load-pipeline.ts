import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Settings, SettingsReader } from '@proteus/contracts/config/settings.ts';
import { loadPipelineConfig } from '@proteus/platform/config/load-pipeline-config.ts';
import { loadSettings } from '@proteus/platform/config/load-settings.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** What a command is run with. */
export interface Pipeline {
  readonly settings: Settings;
  readonly config: PipelineConfig;
}

/**
 * The settings and the pipeline's configuration in force.
 *
 * @param reader the process as it is; one that signs when left out.
 * @throws {UsageError} that names every setting that is wrong, never its value.
 */
export function loadPipeline(
  environment: NodeJS.ProcessEnv = process.env,
  reader?: SettingsReader,
): Pipeline {
  const parsed = loadSettings(environment, reader);
  if (!parsed.ok) {
    const lines = parsed.problems.map(({ name, message }) => `  ${name}: ${message}`);
    throw new UsageError(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const { settings } = parsed;
  return { settings, config: loadPipelineConfig(settings.VFR_CONFIG, environment) };
}
