import { createHash } from 'node:crypto';
import { ProteusError } from '@proteus/contracts/errors.ts';
import type { PictureTools } from '../dependencies.ts';

/** Bytes that the fake picture tools take for a picture. */
export function fakePicture(content: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`picture ${content}`));
}

/**
 * Picture tools that decode nothing: a picture is what begins with "picture "; `broken` in it
 * fails in decoding, `slow` waits for the signal.
 */
export function createFakePictures(): PictureTools {
  return {
    async inspect(bytes) {
      if (!text(bytes).startsWith('picture ')) throw new ProteusError('IMAGE_TYPE_UNSUPPORTED');
    },
    async normalise(bytes, signal) {
      if (text(bytes).includes('broken')) throw new ProteusError('IMAGE_UNREADABLE');
      if (text(bytes).includes('slow')) await aborted(signal);
      return {
        bytes: new Uint8Array(Buffer.from(`normalised ${text(bytes)}`)),
        contentType: 'image/png',
        width: 300,
        height: 400,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    },
    async encode(bytes, { format, width }) {
      const encoded = Buffer.from(`${format} ${width ?? 'as it is'} ${text(bytes)}`);
      return { bytes: new Uint8Array(encoded), contentType: `image/${format}` };
    },
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
