import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '@proteus/contracts/errors.ts';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { GatewayDependencies } from './dependencies.ts';
import type { Permits } from './http/permits.ts';

/** The server, with requests typed by their Zod schemas. */
export type GatewayApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What routes and services work with. */
export interface GatewayContext extends GatewayDependencies {
  /** One for each request that may bring pictures in. */
  readonly uploads: Permits;
  /** One for each submission whose pictures are held in memory. */
  readonly intake: Permits;
  /** Aborts when the server begins to close; long polls end then. */
  readonly closing: AbortSignal;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The error codes that a route may answer with, for its documentation. */
    readonly errors?: readonly ErrorCode[];
    /** JSON schema of the multipart form that a route takes, for its documentation. */
    readonly form?: object;
  }
}
