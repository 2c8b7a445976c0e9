import type { ServerOptions } from 'node:http';

/** How long a client may take over what it sends. */
export const SERVER_TIMEOUTS = {
  /** Milliseconds for a request's headers. */
  headersTimeout: 15_000,
  /** Milliseconds for a whole request; forms have a shorter limit of their own. */
  requestTimeout: 150_000,
  /** Milliseconds of silence on a connection; longer than the longest long poll. */
  connectionTimeout: 90_000,
  /** Milliseconds that an idle connection is kept for the next request. */
  keepAliveTimeout: 72_000,
} as const;

export const HTTP_OPTIONS: ServerOptions = {
  headersTimeout: SERVER_TIMEOUTS.headersTimeout,
  /** How often late requests are looked for. */
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};

/** Bytes of a JSON body; pictures come as forms. */
export const JSON_BODY_LIMIT = 256 * 1024;
