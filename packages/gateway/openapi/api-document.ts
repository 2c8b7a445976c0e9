import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { GatewayApp } from '../context.ts';
import { describeRoute } from './describe-route.ts';
import { withExtensibleSchemas } from './extensible-schemas.ts';
import { withoutUnusedSchemas } from './unused-schemas.ts';

const DESCRIPTION = `Two photos in, one picture out: a person wearing a garment.

1. \`POST /v1/jobs/tryon\` with both photos answers 202 with a \`job_id\`.
2. \`GET /v1/jobs/{job_id}?wait=60\` answers as soon as the job is done.
3. \`GET /v1/jobs/{job_id}/result\` is the picture.

Query parameters and fields that are not known are refused. Every answer carries \`x-request-id\`;
a client may choose it. Errors have one shape, explained at [/docs/errors](/docs/errors).`;

/** Makes the server describe itself; must run before the routes are added. */
export async function registerApiDocument(app: GatewayApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Proteus',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This server' }],
      security: [],
      tags: [
        { name: 'jobs', description: 'Try-ons, from submission to picture.' },
        { name: 'account', description: 'Sign up, log in, be forgotten.' },
        { name: 'app', description: 'What the web app works with: uploads and try-ons.' },
        { name: 'parse', description: 'What is seen in a photo.' },
        { name: 'server', description: 'What this server is, does and needs.' },
      ],
    },
    transform: describeRoute,
    transformObject: describeComponents,
  });
}

const describeComponents: SwaggerTransformObject = (document) =>
  withExtensibleSchemas(withoutUnusedSchemas(jsonSchemaTransformObject(document)));
