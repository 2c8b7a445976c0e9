import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';
import { applyOverrides } from './apply-overrides.ts';

/** Why a configuration file cannot be used; the message names the file and every wrong key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** A configuration that lies in a file. */
export interface YamlConfig<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** As messages name it, such as "pipeline configuration". */
  readonly title: string;
  /** Where it lies unless another place is named. */
  readonly defaultPath: string;
  /** What begins the names of variables that override leaves, such as `PIPELINE__`. */
  readonly prefix: string;
}

/**
 * Reads a configuration: defaults, then the YAML file, then `PREFIX__A__B=value` variables of the environment.
 *
 * @param path the file; when left out, the default one if there is one.
 * @throws {ConfigError} when the file cannot be read, or a key is unknown or has a wrong value.
 */
export function loadYamlConfig<Schema extends z.ZodType>(
  { schema, title, defaultPath, prefix }: YamlConfig<Schema>,
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const file = path ?? defaultPath;
  const given = readYaml(title, file, path !== undefined);
  const { config, sources } = applyOverrides(given, prefix, environment);
  const parsed = schema.safeParse(config);
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
  throw new ConfigError(`The ${title} is not valid:\n${problems.join('\n')}`);
}

function readYaml(title: string, file: string, required: boolean): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing && !required) return {};
    const reason = missing ? 'there is no such file' : (error as Error).message;
    throw new ConfigError(`The ${title} ${file}: ${reason}`, { cause: error });
  }
}
