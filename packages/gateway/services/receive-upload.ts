import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { type ErrorDetail, ProteusError } from '@proteus/contracts/errors.ts';
import type { FastifyRequest } from 'fastify';
import { shorten } from '../errors/validation-details.ts';
import { type BodyLimits, limitBody } from '../http/limit-body.ts';
import { linger } from '../http/linger.ts';

export interface UploadRules extends BodyLimits {
  /** Fields that take one file each. */
  readonly files: readonly string[];
  /** Fields that take one short text each. */
  readonly texts: readonly string[];
  /** Those of the texts that may be long. */
  readonly longTexts?: readonly string[];
  readonly maxFileBytes: number;
}

/** A file of a form, waiting on disk. */
export interface ReceivedFile {
  readonly size: number;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  readonly read: (signal: AbortSignal) => Promise<Uint8Array>;
}

/** A form that has arrived as a whole. */
export interface ReceivedUpload {
  readonly files: ReadonlyMap<string, ReceivedFile>;
  /** A text; or any JSON value, when the part said that it is JSON. */
  readonly texts: ReadonlyMap<string, unknown>;
  /** What was wrong with single fields. */
  readonly problems: readonly ErrorDetail[];
  /** Deletes the files. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** What lies in the folder for temporary files is named so while it arrives and is worked on. */
export const UPLOAD_FOLDER_PREFIX = 'proteus-upload-';

const LONGEST_TEXT = 16 * 1024;
const LONGEST_LONG_TEXT = 256 * 1024;
const LONGEST_NAME = 100;
const MOST_PARTS = 20;

/**
 * Reads a multipart form. Files go to disk as they arrive, so that a hundred slow clients hold no
 * memory. Wrong fields are collected, so that all are told at once; a breach of a limit ends the
 * reading at once.
 *
 * @throws {ProteusError} PAYLOAD_TOO_LARGE, IMAGE_FILE_TOO_LARGE, REQUEST_TIMEOUT, or
 *   INVALID_REQUEST when the form is malformed.
 */
export async function receiveUpload(
  request: FastifyRequest,
  rules: UploadRules,
): Promise<ReceivedUpload> {
  const folder = await mkdtemp(join(tmpdir(), UPLOAD_FOLDER_PREFIX));
  const discard = () => rm(folder, { recursive: true, force: true });
  const body = limitBody(request.raw, rules);
  try {
    const form = createForm(rules, folder, body.stop);
    await Promise.race([body.stopped, readParts(request, form, rules, body.stop)]);
    return { ...form, [Symbol.asyncDispose]: discard };
  } catch (error) {
    linger(request.raw);
    await discard();
    if (error instanceof ProteusError) throw error;
    const message = 'The multipart body is malformed.';
    throw new ProteusError('INVALID_REQUEST', { message, cause: error });
  } finally {
    body.release();
  }
}

type Stop = (error: ProteusError) => void;

async function readParts(
  request: FastifyRequest,
  form: ReturnType<typeof createForm>,
  rules: UploadRules,
  stop: Stop,
): Promise<void> {
  const limits = {
    fileSize: rules.maxFileBytes,
    fieldSize: rules.longTexts ? LONGEST_LONG_TEXT : LONGEST_TEXT,
    fieldNameSize: LONGEST_NAME,
    parts: MOST_PARTS,
    headerPairs: 32,
  };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') await form.addFile(part);
    else if (part.valueTruncated || isTooLong(part.fieldname, part.value, rules))
      stop(new ProteusError('PAYLOAD_TOO_LARGE'));
    else form.addText(part.fieldname, part.value);
  }
}

/** A value that is no text was JSON, of a part that had at most the size of a long text. */
function isTooLong(name: string, value: unknown, { longTexts = [] }: UploadRules): boolean {
  if (longTexts.includes(name)) return false;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_TEXT;
}

function createForm(rules: UploadRules, folder: string, stop: Stop) {
  const files = new Map<string, ReceivedFile>();
  const texts = new Map<string, unknown>();
  const problems: ErrorDetail[] = [];
  const report = (name: string, message: string) => problems.push({ path: shorten(name), message });

  /** Whether the part may be kept. */
  function admit(name: string, kind: 'file' | 'text'): boolean {
    const right = kind === 'file' ? rules.files : rules.texts;
    const wrong = kind === 'file' ? rules.texts : rules.files;
    if (wrong.includes(name)) {
      report(name, kind === 'file' ? 'must be a text, not a file' : 'must be a file');
    } else if (!right.includes(name)) report(name, 'is not known');
    else if (files.has(name) || texts.has(name)) report(name, 'was given more than once');
    else return true;
    return false;
  }

  return {
    files,
    texts,
    problems,
    addText(name: string, value: unknown): void {
      if (admit(name, 'text')) texts.set(name, value);
    },
    async addFile(part: MultipartFile): Promise<void> {
      const { file, fieldname: name } = part;
      if (!admit(name, 'file')) {
        file.resume();
        return;
      }
      file.once('limit', () => stop(fileTooLarge(name, rules)));
      const path = join(folder, String(files.size));
      const hash = createHash('sha256');
      let size = 0;
      const measure = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(file, measure, createWriteStream(path, { mode: 0o600 }));
      // A small file may have passed its limit before anybody listened.
      if (file.truncated) throw fileTooLarge(name, rules);
      const read = (signal: AbortSignal) => readFile(path, { signal });
      files.set(name, { size, hash: hash.digest('hex'), read });
    },
  };
}

function fileTooLarge(name: string, { maxFileBytes }: UploadRules): ProteusError {
  const message = `must have at most ${maxFileBytes} bytes`;
  return new ProteusError('IMAGE_FILE_TOO_LARGE', { details: [{ path: name, message }] });
}
