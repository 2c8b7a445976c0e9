import multipart from '@fastify/multipart';
import {
  jobAcceptedSchema,
  type SubmissionOptions,
  tryonFromUrlsSchema,
} from '@proteus/contracts/api/jobs.ts';
import { type ErrorCode, ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticateFirst, requireCaller } from '../auth/authenticate.ts';
import type { GatewayApp, GatewayContext } from '../context.ts';
import { clientSignal } from '../http/client-signal.ts';
import { admitUpload } from '../http/upload-admission.ts';
import { TRYON_FORM_SCHEMA } from '../openapi/tryon-form-schema.ts';
import { idempotencyOf } from '../services/idempotency.ts';
import { parseTryonForm, TRYON_FORM } from '../services/parse-tryon-form.ts';
import { receiveUpload } from '../services/receive-upload.ts';
import { requireCapacity, type SubmittedPicture, submitJob } from '../services/submit-job.ts';
import { noQuery, submissionHeaders } from './request-schemas.ts';

const ERRORS: readonly ErrorCode[] = [
  'INVALID_REQUEST',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'IDEMPOTENCY_MISMATCH',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'QUEUE_FULL',
  'TOO_MANY_UPLOADS',
  'PROVIDER_DISABLED',
  'IMAGE_FILE_TOO_LARGE',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_TOO_MANY_PIXELS',
  'IMAGE_TOO_SMALL',
  'IMAGE_UNREADABLE',
  'IMAGE_DECODE_LIMIT',
];

/** Time for a form to arrive: 60 MB at 4 Mbit/s. */
const UPLOAD_TIME_LIMIT_MS = 120_000;

/** The form's pictures, in the order in which they count for the seed. */
const FORM_PICTURES = [
  ['user_image', 'person'],
  ['garment_front', 'garment'],
  ['garment_side', 'garment-side'],
] as const;

/** Submissions: by form and by addresses. */
export async function tryonRoutes(app: GatewayApp, context: GatewayContext): Promise<void> {
  await app.register(async (scope: GatewayApp) => formRoute(scope, context));
  urlsRoute(app, context);
}

async function formRoute(app: GatewayApp, context: GatewayContext): Promise<void> {
  const { settings } = context;
  app.removeAllContentTypeParsers();
  // Files that are too large are refused as soon as they are, by `receiveUpload`.
  await app.register(multipart, { throwFileSizeLimit: false });
  app.post(
    '/v1/jobs/tryon',
    {
      onRequest: [authenticateFirst(context), admitUpload(context.uploads)],
      config: {
        errors: [...ERRORS, 'IMAGE_MISSING', 'REQUEST_TIMEOUT'],
        form: TRYON_FORM_SCHEMA,
      },
      schema: {
        operationId: 'submitTryon',
        summary: 'Submit a try-on with two photos',
        tags: ['jobs'],
        querystring: noQuery,
        headers: submissionHeaders,
        response: { 202: jobAcceptedSchema },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) throw new ProteusError('UNSUPPORTED_MEDIA_TYPE');
      // Told before the pictures are sent; only a repetition may be answered from a full house.
      if (request.headers['idempotency-key'] === undefined)
        await requireCapacity(context, 'weaver');
      await using upload = await receiveUpload(request, {
        ...TRYON_FORM,
        maxFileBytes: settings.MAX_IMAGE_BYTES,
        maxBodyBytes: settings.MAX_BODY_BYTES,
        timeLimitMs: UPLOAD_TIME_LIMIT_MS,
        closing: context.closing,
      });
      const options = parseTryonForm(upload);
      const pictures = FORM_PICTURES.flatMap(([field, input]) => {
        const file = upload.files.get(field);
        return file ? [{ field, input, read: file.read, identity: file.hash }] : [];
      });
      const key = request.headers['idempotency-key'];
      // Awaited here: the files are deleted when this function is left.
      return await accept(context, request, reply, { key, options, pictures });
    },
  );
}

function urlsRoute(app: GatewayApp, context: GatewayContext): void {
  app.post(
    '/v1/jobs/tryon-from-urls',
    {
      onRequest: [authenticateFirst(context), admitUpload(context.uploads)],
      config: { errors: [...ERRORS, 'URL_NOT_ALLOWED', 'URL_FETCH_FAILED', 'URL_TIMEOUT'] },
      schema: {
        operationId: 'submitTryonFromUrls',
        summary: 'Submit a try-on with the addresses of two photos',
        description: 'The server fetches the photos; private addresses are refused.',
        tags: ['jobs'],
        querystring: noQuery,
        headers: submissionHeaders,
        body: tryonFromUrlsSchema,
        response: { 202: jobAcceptedSchema },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const addresses = [
        ['user_image_url', 'person', body.user_image_url],
        ['garment_front_url', 'garment', body.garment_front_url],
        ['garment_side_url', 'garment-side', body.garment_side_url],
      ] as const;
      const pictures = addresses.flatMap(([field, input, url]) => {
        if (url === undefined) return [];
        const read = (signal: AbortSignal) => context.fetchPicture(url, signal);
        return [{ field, input, read, identity: url }];
      });
      const { user_image_url, garment_front_url, garment_side_url, webhook_url, ...options } = body;
      const key = request.headers['idempotency-key'];
      return accept(context, request, reply, { key, options, pictures });
    },
  );
}

interface Wish {
  readonly key: string | undefined;
  readonly options: SubmissionOptions;
  /** `identity` tells whether two submissions brought the same picture. */
  readonly pictures: readonly (SubmittedPicture & { readonly identity: string })[];
}

async function accept(
  context: GatewayContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, options, pictures }: Wish,
) {
  const { id: ownerId } = await requireCaller(context, request);
  const identities = Object.fromEntries(pictures.map(({ field, identity }) => [field, identity]));
  const { job, created } = await submitJob(
    context,
    {
      kind: 'weaver',
      ownerId,
      options,
      idempotency: idempotencyOf(key, { pictures: identities, submission: options }),
      pictures,
    },
    clientSignal(reply),
  );
  if (!created) reply.header('idempotent-replayed', 'true');
  reply.code(202).header('location', `/v1/jobs/${job.id}`);
  return { job_id: job.id, status: job.status };
}
