import type { FastifyBaseLogger } from 'fastify';

/** What was logged, one text a call. */
export interface TestLogger {
  readonly logger: FastifyBaseLogger;
  readonly lines: readonly string[];
}

/** A logger that only remembers. */
export function createTestLogger(): TestLogger {
  const lines: string[] = [];
  const remember = (...parts: readonly unknown[]) => {
    lines.push(parts.map((part) => toText(part)).join(' '));
  };
  const logger = {
    level: 'info',
    fatal: remember,
    error: remember,
    warn: remember,
    info: remember,
    debug: remember,
    trace: remember,
    silent: () => {},
    child: () => logger,
  } as unknown as FastifyBaseLogger;
  return { logger, lines };
}

function toText(part: unknown): string {
  if (typeof part === 'string') return part;
  return JSON.stringify(part, (_key, value) =>
    value instanceof Error ? `${value.message} ${value.cause ?? ''}` : value,
  );
}
