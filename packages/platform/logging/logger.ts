import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { redactUrl } from './redact-url.ts';

/** What the house writes its log with. */
export type Logger = PinoLogger;

export interface LoggerOptions {
  /** One of pino's levels. */
  readonly level: string;
  /** Standard output when left out. */
  readonly destination?: DestinationStream;
}

/** Names under which secrets travel, at the top of a log object and one level down. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["x-admin-key"]',
  '["x-api-key"]',
  'apiKey',
  'secret',
  'password',
  'token',
  'signature',
];

/** A logger that writes one JSON object a line, secrets replaced by `[redacted]`. */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [
        field,
        `${field.startsWith('[') ? '*' : '*.'}${field}`,
        `req.headers${field.startsWith('[') ? '' : '.'}${field}`,
        `res.headers${field.startsWith('[') ? '' : '.'}${field}`,
      ]),
      censor: '[redacted]',
    },
    serializers: {
      req: describeRequest,
      url: (url: unknown) => (typeof url === 'string' ? redactUrl(url) : url),
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Method, address without secrets, and id: bodies and headers stay out of the log. */
function describeRequest(request: { method?: string; url?: string; id?: unknown }) {
  return { method: request.method, url: redactUrl(request.url ?? ''), id: request.id };
}
