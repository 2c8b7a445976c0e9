import { ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { validationDetails } from '../errors/validation-details.ts';

/** Checks parts of a request by their Zod schemas; every wrong field becomes a detail. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (value: unknown) => {
    if (httpPart === 'body' && value === undefined) {
      return { error: new ProteusError('INVALID_REQUEST', { message: 'The body is missing.' }) };
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    const details = validationDetails(parsed.error.issues);
    return { error: new ProteusError('INVALID_REQUEST', { details }) };
  };
};
