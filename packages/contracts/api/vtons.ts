import { z } from 'zod';
import { categorySchema } from '../jobs/category.ts';

/** How far a try-on of the app has come; `draft` until its pictures are handed to a worker. */
export const vtonStatusSchema = z.enum([
  'draft',
  'queued',
  'running',
  'completed',
  'failed',
  'canceled',
]);
export type VtonStatus = z.infer<typeof vtonStatusSchema>;

const nameSchema = z.string().trim().min(1).max(200);
/** Keys are checked for their owner by the route; here only their size. */
const keySchema = z.string().min(1).max(512);

/** A try-on of the app as its owner sees it. */
export const vtonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    user_snap_s3: z.string().nullable(),
    uncleaned_outfit_s3: z.string().nullable(),
    cleaned_outfit_s3: z.string().nullable(),
    result_s3: z.string().nullable(),
    status: vtonStatusSchema,
    job_id: z.string().nullable(),
    tailor_job_id: z.string().nullable(),
    category: categorySchema,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'Vton' });
export type Vton = z.infer<typeof vtonSchema>;

const changeable = {
  name: nameSchema.optional(),
  category: categorySchema.optional(),
  user_snap_s3: keySchema.nullable().optional(),
  uncleaned_outfit_s3: keySchema.nullable().optional(),
};

/** `POST /vton` */
export const createVtonSchema = z.strictObject(changeable).meta({ id: 'CreateVton' });
/** `PUT /vton/:id`: only what is sent changes. */
export const updateVtonSchema = z.strictObject(changeable).meta({ id: 'UpdateVton' });
export type VtonChanges = z.infer<typeof updateVtonSchema>;

/** `GET /vton` */
export const vtonListQuerySchema = z.strictObject({
  cursor: z.string().max(200).optional().describe('`next_cursor` of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const vtonListSchema = z
  .object({ vtons: z.array(vtonSchema), next_cursor: z.string().nullable() })
  .meta({ id: 'VtonList' });

/** `POST /jobs/weaver` */
export const weaverJobSchema = z
  .strictObject({
    vton_id: z.string().max(64),
    user_snap_s3: keySchema,
    uncleaned_outfit_s3: keySchema,
  })
  .meta({ id: 'WeaverJob' });
export type WeaverJob = z.infer<typeof weaverJobSchema>;

/** `POST /jobs/tailor` */
export const tailorJobSchema = z
  .strictObject({ vton_id: z.string().max(64), uncleaned_outfit_s3: keySchema })
  .meta({ id: 'TailorJob' });
export type TailorJob = z.infer<typeof tailorJobSchema>;

/** What handing a job in answers. */
export const acceptedJobSchema = z.object({ job_id: z.string() }).meta({ id: 'AcceptedJob' });
