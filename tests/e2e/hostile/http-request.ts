import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it goes over the wire: nothing in it is put right on the way, as `fetch` would. */
export interface HttpRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Sent in place of everything else, by a bare connection. */
  readonly raw?: Uint8Array;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Sends a request. @throws {Error} when there is no answer in time. */
export function sendRequest(
  address: string,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  return request.raw ? sendRaw(address, request.raw, signal) : sendHttp(address, request, signal);
}

function sendHttp(
  address: string,
  { method = 'GET', path, headers = {}, body }: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const { hostname: host, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.byteLength) } : {};
    const sent = httpRequest({
      host,
      port,
      method,
      path,
      headers: { ...length, ...headers },
      agent: false,
      signal,
    });
    let answered = false;
    sent.on('response', (answer) => {
      answered = true;
      const { statusCode = 0, headers } = answer;
      text(answer).then(
        (content) =>
          resolve({
            status: statusCode,
            contentType: headers['content-type'] ?? '',
            body: content,
          }),
        reject,
      );
    });
    // A refused upload is cut off while it is still being sent: the answer came before.
    sent.on('error', (error) => {
      if (!answered) reject(error);
    });
    sent.end(body);
  });
}

function sendRaw(address: string, raw: Uint8Array, signal: AbortSignal): Promise<HttpAnswer> {
  const { hostname: host, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), signal });
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...body] = received.split('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        contentType: /^content-type: (.*)$/im.exec(head)?.[1] ?? '',
        body: body.join('\r\n\r\n'),
      });
    });
    socket.write(raw);
  });
}
