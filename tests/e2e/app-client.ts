import { readFile } from 'node:fs/promises';
import type { UploadUrl } from '@proteus/contracts/api/images.ts';
import type { Session } from '@proteus/contracts/api/user.ts';
import type { Vton } from '@proteus/contracts/api/vtons.ts';
import type { SocketMessage } from '@proteus/contracts/events/socket-message.ts';
import { samplePath } from '@proteus/samples/sample-path.ts';
import sharp from 'sharp';
import { SMALL_WIDTH } from './jobs-client.ts';

const REQUEST_LIMIT_MS = 30_000;

/** Somebody who uses the app, as its page does. */
export interface AppUser {
  readonly id: string;
  /** The same login at another gateway. */
  at(address: string): AppUser;
  /** Uploads a small sample picture straight to the store. @returns its key. */
  upload(sample: 'person' | 'garment'): Promise<string>;
  /** Uploads a PNG. @returns its key. */
  uploadPng(bytes: Uint8Array): Promise<string>;
  createVton(): Promise<string>;
  readVton(id: string): Promise<Vton>;
  /** @returns the job's id. @throws {Error} unless it was accepted. */
  submit(kind: 'weaver' | 'tailor', body: object): Promise<string>;
  /** Where a picture can be read for a while. */
  downloadUrl(key: string): Promise<string>;
  /** Opens a WebSocket; what it hears is added to the list. @param onMessage hears it, too. */
  listen(
    onMessage?: (message: SocketMessage) => void,
  ): Promise<{ readonly messages: readonly SocketMessage[]; close(): void }>;
}

/** Signs somebody up at a gateway. */
export async function signUp(address: string, email: string): Promise<AppUser> {
  const { token, user } = await ask<Session>(address, null, '/user/signup', {
    email,
    password: 'a password of some length',
  });
  return logIn(address, token, user.id);
}

async function ask<Answer>(
  address: string,
  token: string | null,
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await fetch(address + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

function logIn(address: string, token: string, id: string): AppUser {
  const request = <Answer>(path: string, body?: object) => ask<Answer>(address, token, path, body);

  async function uploadPng(bytes: Uint8Array): Promise<string> {
    const { url, method, headers, key } = await request<UploadUrl>('/images/presignedUploadUrl', {
      fileName: 'picture.png',
      fileType: 'image/png',
      size: bytes.byteLength,
    });
    const body = new Uint8Array(bytes);
    const stored = await fetch(new URL(url, address), { method, headers, body });
    if (!stored.ok) throw new Error(`upload: ${stored.status} ${await stored.text()}`);
    return key;
  }

  return {
    id,
    at: (other) => logIn(other, token, id),
    uploadPng,
    async upload(sample) {
      const file = await readFile(samplePath(sample));
      return await uploadPng(await sharp(file).resize({ width: SMALL_WIDTH }).png().toBuffer());
    },
    createVton: async () => (await request<Vton>('/vton', {})).id,
    readVton: (vtonId) => request(`/vton/${vtonId}`),
    submit: async (kind, body) => (await request<{ job_id: string }>(`/jobs/${kind}`, body)).job_id,
    downloadUrl: async (key) =>
      (await request<{ url: string }>('/images/presignedDownloadUrl', { key })).url,
    async listen(onMessage = () => {}) {
      const { token: once } = await request<{ token: string }>('/user/ws-token');
      const messages: SocketMessage[] = [];
      const socket = new WebSocket(`${address.replace('http', 'ws')}/ws?token=${once}`);
      socket.addEventListener('message', ({ data }) => {
        const message = JSON.parse(String(data)) as SocketMessage;
        messages.push(message);
        onMessage(message);
      });
      await new Promise((resolve, reject) => {
        socket.addEventListener('open', resolve, { once: true });
        socket.addEventListener('error', reject, { once: true });
      });
      return { messages, close: () => socket.close() };
    },
  };
}
