import { configurationSchema } from '@proteus/contracts/api/configuration.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { noQuery } from './request-schemas.ts';

/** What is in force on this server. Names every value by hand, so that no secret slips in. */
export function configurationRoutes(app: GatewayApp, { pipeline, settings }: GatewayContext): void {
  app.get(
    '/v1/config',
    {
      config: { errors: ['INVALID_REQUEST'] },
      schema: {
        operationId: 'getConfiguration',
        summary: 'The configuration in force',
        tags: ['server'],
        querystring: noQuery,
        response: { 200: configurationSchema },
      },
    },
    async () => ({
      pipeline,
      limits: {
        max_image_bytes: settings.MAX_IMAGE_BYTES,
        max_image_pixels: settings.MAX_IMAGE_PIXELS,
        min_image_side: settings.MIN_IMAGE_SIDE,
        max_body_bytes: settings.MAX_BODY_BYTES,
        max_queue: settings.MAX_QUEUE,
        result_ttl_hours: settings.RESULT_TTL_HOURS,
      },
    }),
  );
}
