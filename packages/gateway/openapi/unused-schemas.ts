interface DocumentWithSchemas {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> } | undefined;
}

/** The document without the schemas that nothing in it refers to, directly or through others. */
export function withoutUnusedSchemas<Document extends object>(document: Document): Document {
  const { components } = document as DocumentWithSchemas;
  const schemas = components?.schemas ?? {};
  const { components: _, ...rest } = document as DocumentWithSchemas;
  const used = new Set<string>();
  const pending = referencesIn(rest);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    pending.push(...referencesIn(schemas[name]));
  }
  const kept = Object.entries(schemas)
    .filter(([name]) => used.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } };
}

function referencesIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
}
