import type { RouteOptions } from 'fastify';

/** Which methods the known addresses take. */
export interface MethodTable {
  add(route: Pick<RouteOptions, 'url' | 'method'>): void;
  /** The methods of an address, sorted; empty when there is no such address. */
  methodsOf(path: string): readonly string[];
}

/** Remembers the routes, so that a wrong method can be told from a wrong address. */
export function createMethodTable(): MethodTable {
  const methods = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();
  return {
    add({ url, method }) {
      const entry = methods.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
      methods.set(url, entry);
      for (const one of [method].flat()) entry.methods.add(one);
    },
    methodsOf(path) {
      const found = [...methods.values()].filter(({ pattern }) => pattern.test(path));
      return [...new Set(found.flatMap((entry) => [...entry.methods]))].sort();
    },
  };
}

function patternOf(url: string): RegExp {
  const source = url
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/:[A-Za-z_]+/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`);
}
