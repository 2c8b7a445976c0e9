import { parse } from 'yaml';

interface Branch {
  [key: string]: unknown;
}

/** A configuration with the environment's overrides in it. */
export interface OverriddenConfig {
  readonly config: unknown;
  /** The variable that set a key, by the key's dotted path. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Puts `PREFIX__A__B=value` variables over a configuration as its leaf `a.b`. Values are read as YAML
 * scalars, as they would be in the file. The input stays as it is.
 */
export function applyOverrides(
  config: unknown,
  prefix: string,
  environment: Readonly<Record<string, string | undefined>>,
): OverriddenConfig {
  const overrides = Object.entries(environment)
    .filter(([name, value]) => name.startsWith(prefix) && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const sources = new Map<string, string>();
  if (overrides.length === 0 || !isBranch(config)) return { config, sources };
  const result: Branch = structuredClone(config);
  for (const [name, value] of overrides) {
    const path = name.slice(prefix.length).toLowerCase().split('__');
    sources.set(path.join('.'), name);
    setLeaf(result, path, readScalar(value!));
  }
  return { config: result, sources };
}

function setLeaf(root: Branch, path: readonly string[], value: unknown): void {
  let branch = root;
  for (const key of path.slice(0, -1)) {
    const child = Object.hasOwn(branch, key) ? branch[key] : undefined;
    const next: Branch = isBranch(child) ? child : Object.create(null);
    branch[key] = next;
    branch = next;
  }
  branch[path.at(-1)!] = value;
}

function readScalar(text: string): unknown {
  try {
    const value: unknown = parse(text);
    return isBranch(value) ? text : value;
  } catch {
    return text;
  }
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
