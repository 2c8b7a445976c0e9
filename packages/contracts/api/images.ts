import { z } from 'zod';

/** Types that may be uploaded: what the pipeline reads. */
export const uploadTypeSchema = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/heic',
  'image/heif',
  'image/tiff',
  'image/gif',
]);

/** `POST /images/presignedUploadUrl` */
export const uploadUrlRequestSchema = z
  .strictObject({
    fileName: z.string().min(1).max(255).describe('Only for people; the server chooses the key.'),
    fileType: uploadTypeSchema,
    size: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe(
        'Bytes; exactly so many must be sent then. Whoever does not know it sends the `form` instead, whose limit the store keeps.',
      ),
  })
  .meta({ id: 'UploadUrlRequest' });

export const uploadFormSchema = z
  .object({
    url: z.string(),
    method: z.literal('POST'),
    fields: z.record(z.string(), z.string()).describe('Come first, each as it is; then `file`.'),
    max_bytes: z.number().describe('A larger file is refused.'),
  })
  .meta({ id: 'UploadForm' });

export const uploadUrlSchema = z
  .object({
    url: z.string(),
    method: z.literal('PUT'),
    headers: z.record(z.string(), z.string()).describe('To be sent with the file, exactly.'),
    key: z.string(),
    expires_in: z.number().describe('Seconds.'),
    form: uploadFormSchema.describe('Another way to the same key, as multipart/form-data.'),
  })
  .meta({ id: 'UploadUrl' });
export type UploadUrl = z.infer<typeof uploadUrlSchema>;

/** `POST /images/presignedDownloadUrl` */
export const downloadUrlRequestSchema = z
  .strictObject({ key: z.string().min(1).max(512) })
  .meta({ id: 'DownloadUrlRequest' });

export const downloadUrlSchema = z
  .object({ url: z.string(), expires_in: z.number().describe('Seconds.') })
  .meta({ id: 'DownloadUrl' });
