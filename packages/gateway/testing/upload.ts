import type { UploadUrl } from '@proteus/contracts/api/images.ts';
import { fakePicture } from './fake-pictures.ts';
import type { TestUser } from './sign-up.ts';

/** Asks where to put a picture. */
export async function uploadUrl(user: TestUser, size?: number): Promise<UploadUrl> {
  const reply = await user.inject({
    method: 'POST',
    url: '/images/presignedUploadUrl',
    payload: { fileName: 'me.png', fileType: 'image/png', size },
  });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<UploadUrl>();
}

/** Uploads a picture as the web app does. @returns its key. */
export async function upload(user: TestUser, content: string): Promise<string> {
  const { url, headers, key } = await uploadUrl(user);
  const payload = Buffer.from(fakePicture(content));
  const reply = await user.inject({ method: 'PUT', url, headers, payload });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return key;
}
