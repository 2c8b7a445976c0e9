import { ProteusError } from '@proteus/contracts/errors.ts';
import { Agent, type Dispatcher, request } from 'undici';
import { type AddressRules, checkUrl, publicInternet, safeLookup } from './address-rules.ts';
import { readBounded } from './read-bounded.ts';

export interface FetchOptions {
  /** Milliseconds for everything: names, redirects, the last byte. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly maxBytes: number;
  /** The caller's wish to stop; rejects with its reason. */
  readonly signal: AbortSignal;
  /** What may be reached; the public internet when left out. */
  readonly rules?: AddressRules;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const HEADERS = { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'proteus' };

/**
 * Fetches a picture file from an address that somebody gave us. Only the public internet can be reached:
 * every address is checked when it is connected to, after each redirect again.
 *
 * @throws {ProteusError} URL_NOT_ALLOWED, URL_FETCH_FAILED, URL_TIMEOUT or IMAGE_FILE_TOO_LARGE.
 */
export async function fetchPicture(address: string, options: FetchOptions): Promise<Uint8Array> {
  const { timeoutMs, signal, rules = publicInternet } = options;
  signal.throwIfAborted();
  const deadline = AbortSignal.timeout(timeoutMs);
  const agent = new Agent({
    connect: { lookup: safeLookup(rules), timeout: timeoutMs },
    connections: 1,
  });
  const limited = AbortSignal.any([signal, deadline]);
  // undici hears an abort only once it is connected.
  const aborted = Promise.withResolvers<never>();
  limited.addEventListener('abort', () => aborted.reject(limited.reason), { once: true });
  try {
    const followed = follow(address, { ...options, rules, signal: limited }, agent);
    return await Promise.race([followed, aborted.promise]);
  } catch (error) {
    signal.throwIfAborted();
    if (deadline.aborted) throw new ProteusError('URL_TIMEOUT', { cause: error });
    throw refusal(error) ?? new ProteusError('URL_FETCH_FAILED', { cause: error });
  } finally {
    // Not awaited: it waits for a connection that is still being made, which ends by its own time limit.
    void agent.destroy().catch(() => {});
  }
}

type LimitedOptions = FetchOptions & { readonly rules: AddressRules };

async function follow(
  address: string,
  options: LimitedOptions,
  dispatcher: Agent,
): Promise<Uint8Array> {
  let url = checkUrl(address, options.rules);
  for (let redirects = 0; ; redirects++) {
    const response = await request(url, { dispatcher, headers: HEADERS, signal: options.signal });
    if (!REDIRECTS.has(response.statusCode)) return readPicture(response, options.maxBytes);
    discard(response);
    const { location } = response.headers;
    if (redirects === options.maxRedirects || typeof location !== 'string') {
      throw new ProteusError('URL_FETCH_FAILED', {
        message: 'The address redirects too often, or to nowhere.',
      });
    }
    url = checkUrl(location, options.rules, url);
  }
}

async function readPicture(
  response: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Uint8Array> {
  const { statusCode, headers, body } = response;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (statusCode !== 200 || encoding !== 'identity') {
    discard(response);
    throw new ProteusError('URL_FETCH_FAILED', {
      message:
        statusCode === 200
          ? 'The address answers in a compressed form that was not asked for.'
          : `The address answers with status ${statusCode}.`,
    });
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    discard(response);
    throw new ProteusError('IMAGE_FILE_TOO_LARGE');
  }
  return readBounded(body, maxBytes);
}

/** What is left unread ends with the connection; its error is of no interest. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  body.destroy();
}

/** Our own verdict, which undici hands through from the lookup as it is or as a cause. */
function refusal(error: unknown): ProteusError | null {
  if (error instanceof ProteusError) return error;
  return error instanceof Error && error.cause !== undefined ? refusal(error.cause) : null;
}
