import multipart from '@fastify/multipart';
import {
  type ParseOptions,
  parsedPersonSchema,
  parseOptionsSchema,
  parseQuerySchema,
} from '@proteus/contracts/api/parse.ts';
import { type ErrorCode, type ErrorDetail, ProteusError } from '@proteus/contracts/errors.ts';
import { authenticateFirst } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { validationDetails } from '../errors/validation-details.ts';
import { clientSignal } from '../http/client-signal.ts';
import { withTimeLimit } from '../http/time-limit.ts';
import { admitUpload } from '../http/upload-admission.ts';
import { PARSE_FORM_SCHEMA } from '../openapi/parse-form-schema.ts';
import { readJsonText } from '../services/read-json-text.ts';
import { type ReceivedUpload, receiveUpload } from '../services/receive-upload.ts';
import { takeInPicture } from '../services/take-in-picture.ts';
import { pictureBody } from './request-schemas.ts';

const ERRORS: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'IMAGE_MISSING',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'REQUEST_TIMEOUT',
  'QUEUE_FULL',
  'NOT_READY',
  'TOO_MANY_UPLOADS',
  'IMAGE_FILE_TOO_LARGE',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_TOO_MANY_PIXELS',
  'IMAGE_TOO_SMALL',
  'IMAGE_UNREADABLE',
  'IMAGE_DECODE_LIMIT',
  'NO_PERSON',
  'PERSON_TOO_SMALL',
  'NOT_FRONTAL',
  'SHOULDERS_HIDDEN',
  'TORSO_CUT_OFF',
  'MODEL_MISSING',
  'MODEL_UNREADABLE',
];

const FIELD = 'image';
const FORM = { files: [FIELD], texts: ['person_mask'], longTexts: ['person_mask'] } as const;
/** Time for the form to arrive: 25 MB at 4 Mbit/s. */
const UPLOAD_TIME_LIMIT_MS = 60_000;
/** Time for the parse, with its turn behind the jobs under way. */
const PARSE_TIME_LIMIT_MS = 60_000;
const DATA_ADDRESS = 'data:image/png;base64,';

/** What the parser sees in a picture. */
export async function parseRoutes(app: GatewayApp, context: GatewayContext): Promise<void> {
  const { settings } = context;
  app.removeAllContentTypeParsers();
  await app.register(multipart, { throwFileSizeLimit: false });
  app.post(
    '/v1/parse',
    {
      onRequest: [authenticateFirst(context), admitUpload(context.uploads)],
      config: { errors: ERRORS, form: PARSE_FORM_SCHEMA },
      schema: {
        operationId: 'parsePerson',
        summary: 'See who is where in a photo, as a try-on sees it',
        description:
          'Part labels of the largest person, at the photo’s size. Nothing of the request is kept but the analysis, for later try-ons with the same photo (`ANALYSIS_CACHE_MB`).',
        tags: ['parse'],
        querystring: parseQuerySchema,
        response: {
          200: {
            description: 'Part labels, as a picture or as JSON.',
            content: {
              'image/png': { schema: pictureBody },
              'application/json': { schema: parsedPersonSchema },
            },
          },
        },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) throw new ProteusError('UNSUPPORTED_MEDIA_TYPE');
      await using upload = await receiveUpload(request, {
        ...FORM,
        maxFileBytes: settings.MAX_IMAGE_BYTES,
        maxBodyBytes: settings.MAX_BODY_BYTES,
        timeLimitMs: UPLOAD_TIME_LIMIT_MS,
        closing: context.closing,
      });
      const options = readForm(upload);
      const picture = { field: FIELD, read: upload.files.get(FIELD)!.read };
      const signal = clientSignal(reply);
      const { bytes } = await takeInPicture(context, picture, signal, async (safe) => safe);
      const parsed = await withTimeLimit(
        PARSE_TIME_LIMIT_MS,
        signal,
        (limited) => context.parsePerson(bytes, options, limited),
        (cause) => new ProteusError('NOT_READY', { cause }),
      );
      reply.header('cache-control', 'no-store');
      if (request.query.format === 'json') return parsed;
      return reply
        .type('image/png')
        .send(Buffer.from(parsed.map.slice(DATA_ADDRESS.length), 'base64'));
    },
  );
}

/** @throws {ProteusError} IMAGE_MISSING, or INVALID_REQUEST with everything that is wrong. */
function readForm({ files, texts, problems }: ReceivedUpload): ParseOptions {
  const found: ErrorDetail[] = [...problems];
  const given = Object.fromEntries(readJsonText('person_mask', texts, found));
  const options = parseOptionsSchema.safeParse(given);
  if (!options.success) found.push(...validationDetails(options.error.issues));
  const size = files.get(FIELD)?.size;
  const missing = { path: FIELD, message: size === undefined ? 'is missing' : 'is empty' };
  if (found.length > 0 || !options.success) {
    throw new ProteusError('INVALID_REQUEST', { details: size ? found : [...found, missing] });
  }
  if (!size) throw new ProteusError('IMAGE_MISSING', { details: [missing] });
  return options.data;
}
