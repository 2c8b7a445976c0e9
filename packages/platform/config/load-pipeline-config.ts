import { readFileSync } from 'node:fs';
import { type PipelineConfig, pipelineConfigSchema } from '@proteus/contracts/config/pipeline.ts';
import { parse } from 'yaml';
import { applyOverrides } from './apply-overrides.ts';

/** Where the configuration lies unless `VFR_CONFIG` names another place. */
const DEFAULT_PATH = 'configs/pipeline.yaml';

/** Why a pipeline configuration cannot be used; the message names the file and every wrong key. */
export class PipelineConfigError extends Error {
  override readonly name = 'PipelineConfigError';
}

/**
 * Reads the pipeline's configuration: defaults, then the YAML file, then `PIPELINE__A__B=value`
 * variables of the environment.
 *
 * @param path the file; when left out, `configs/pipeline.yaml` if there is one.
 * @throws {PipelineConfigError} when the file cannot be read, or a key is unknown or has a wrong value.
 */
export function loadPipelineConfig(
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): PipelineConfig {
  const file = path ?? DEFAULT_PATH;
  const { config, sources } = applyOverrides(readYaml(file, path !== undefined), environment);
  const parsed = pipelineConfigSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    return keys.map((key) => {
      const dotted = [...issue.path, ...(key === null ? [] : [key])].join('.');
      return `  ${dotted || '(whole file)'} (${sources.get(dotted) ?? file}): ${
        key === null ? issue.message : 'there is no such key'
      }`;
    });
  });
  throw new PipelineConfigError(`The pipeline configuration is not valid:\n${problems.join('\n')}`);
}

function readYaml(file: string, required: boolean): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && !required) return {};
    const reason = missing ? 'there is no such file' : (error as Error).message;
    throw new PipelineConfigError(`The pipeline configuration ${file}: ${reason}`, {
      cause: error,
    });
  }
}
