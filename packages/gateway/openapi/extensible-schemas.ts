/**
 * The document with components that may grow: they describe answers, and a client that refuses a
 * field it does not know would break at every new one.
 */
export function withExtensibleSchemas<Document extends object>(document: Document): Document {
  const { components } = document as { readonly components?: object };
  const text = JSON.stringify(components ?? {});
  const open = JSON.parse(text, (key, value) =>
    key === 'additionalProperties' && value === false ? undefined : value,
  );
  return { ...document, components: open };
}
