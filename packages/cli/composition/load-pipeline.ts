import type { PipelineConfig } from '@proteus/contracts/config/pipeline.ts';
import type { Settings } from '@proteus/contracts/config/settings.ts';
import { loadPipelineConfig } from '@proteus/platform/config/load-pipeline-config.ts';
import { loadSettings } from '@proteus/platform/config/load-settings.ts';

/** The settings and the pipeline's configuration in force. */
export async function loadPipeline(): Promise<{
  readonly settings: Settings;
  readonly config: PipelineConfig;
}> {
  const settings = await loadSettings();
  return { settings, config: await loadPipelineConfig(settings) };
}
