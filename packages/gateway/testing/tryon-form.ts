import type { InjectOptions } from 'fastify';
import { fakePicture } from './fake-pictures.ts';

type Field = string | Uint8Array<ArrayBuffer>;

/** A form as it goes over the wire: texts as they are, bytes as files. Fields may come twice. */
export async function formRequest(
  fields: readonly (readonly [name: string, value: Field])[],
  headers: Readonly<Record<string, string>> = {},
): Promise<InjectOptions> {
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value]), 'picture.png');
  }
  const encoded = new Response(form);
  return {
    method: 'POST',
    url: '/v1/jobs/tryon',
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', ...headers },
    payload: Buffer.from(await encoded.arrayBuffer()),
  };
}

/** The form that everybody sends. */
export function tryonRequest(
  more: readonly (readonly [string, Field])[] = [],
  headers: Readonly<Record<string, string>> = {},
): Promise<InjectOptions> {
  const pictures = [
    ['user_image', fakePicture('person')],
    ['garment_front', fakePicture('garment')],
  ] as const;
  return formRequest([...pictures, ...more], headers);
}
