import { errorBodySchema } from '@proteus/contracts/api/error-body.ts';
import { ERRORS, type ErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import { errorBody } from '../errors/error-body.ts';

const SAMPLE_REQUEST_ID = '3f0c1b9e-5d1f-4a55-9a43-6f3f0a6b7c11';

/** Every route may answer with these. */
const ALWAYS: readonly ErrorCode[] = ['FORBIDDEN', 'INTERNAL'];

/** The documented error answers of a route by status, with an example for every code. */
export function errorResponses(codes: readonly ErrorCode[]): Readonly<Record<string, object>> {
  const responses: Record<string, object> = {};
  const all = [...codes, ...ALWAYS];
  const schema = { $ref: `#/components/schemas/${errorBodySchema.meta()?.id}` };
  for (const status of new Set(all.map((code) => ERRORS[code].status))) {
    const same = all.filter((code) => ERRORS[code].status === status);
    const examples = same.map((code) => [
      code,
      { value: errorBody(new ProteusError(code), SAMPLE_REQUEST_ID) },
    ]);
    responses[status] = {
      description: same.map((code) => `\`${code}\`: ${ERRORS[code].message}`).join('\n\n'),
      content: { 'application/json': { schema, examples: Object.fromEntries(examples) } },
    };
  }
  return responses;
}
