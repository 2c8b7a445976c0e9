import { STATUS_CODES } from 'node:http';
import type { SwaggerTransform } from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { errorResponses } from './error-responses.ts';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const REQUEST_ID = { type: 'string', description: 'Names this request in the log.' };
const RETRY_AFTER = { type: 'integer', description: 'Seconds after which to come back.' };
const ENTITY_TAG = { type: 'string', description: 'For `If-None-Match`.' };

/**
 * A route as OpenAPI shows it: its Zod schemas, the form it takes, the errors it declares with
 * their examples, and the headers of its answers.
 */
export const describeRoute: SwaggerTransform = (route) => {
  const { schema, url } = jsonSchemaTransform(route);
  if (schema.hide) return { schema, url };
  const { errors = [], form } = route.route.config ?? {};
  const described = { ...schema } as Record<string, unknown>;
  if (form) described.body = { content: { 'multipart/form-data': { schema: form } } };
  const isConditional = 'if-none-match' in ((described.headers as ObjectSchema)?.properties ?? {});
  const responses = { ...(schema.response as object), ...errorResponses(errors) };
  described.response = Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      withHeaders(Number(status), response, isConditional),
    ]),
  );
  if (!url.endsWith('/*')) return { schema: described, url };
  described.params = namingWildcard(described.params as ObjectSchema);
  return { schema: described, url: url.replace(/\*$/, ':name') };
};

function withHeaders(status: number, response: object, isConditional: boolean): object {
  return {
    description: STATUS_CODES[status],
    ...response,
    headers: {
      'x-request-id': { ...REQUEST_ID },
      ...(status === 429 || status === 503 ? { 'retry-after': { ...RETRY_AFTER } } : {}),
      ...(isConditional && status <= 304 ? { etag: { ...ENTITY_TAG } } : {}),
    },
  };
}

/** OpenAPI has no wildcards; the rest of the path is a parameter with a name. */
function namingWildcard({ properties, required = [], ...schema }: ObjectSchema): ObjectSchema {
  const { '*': wildcard, ...others } = properties;
  return {
    ...schema,
    properties: { ...others, name: wildcard },
    required: required.map((name) => (name === '*' ? 'name' : name)),
  };
}
