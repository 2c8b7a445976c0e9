import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permits } from './permits.ts';

/**
 * A hook that lets a request bring pictures in only while there are permits; it holds one until
 * its answer is out or its client has gone.
 *
 * @throws {ProteusError} TOO_MANY_UPLOADS
 */
export function admitUpload(uploads: Permits) {
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const release = uploads.tryAcquire();
    if (!release) throw new ProteusError('TOO_MANY_UPLOADS');
    reply.raw.once('close', release);
  };
}
