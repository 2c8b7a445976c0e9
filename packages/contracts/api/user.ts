import { z } from 'zod';

const LONGEST_EMAIL = 254;

/** An e-mail address as it is kept: trimmed, in lower case. */
const emailSchema = z
  .string()
  .max(LONGEST_EMAIL)
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .meta({ format: 'email' });

/** Long enough to resist guessing; the upper bound keeps hashing cheap. */
const newPasswordSchema = z.string().min(10).max(256);
/** What a login may send: any text, for an old password may be shorter than today's rule. */
const passwordSchema = z.string().min(1).max(256);
const nameSchema = z.string().trim().min(1).max(100);

/** `POST /user/signup` */
export const signUpSchema = z
  .strictObject({
    email: emailSchema,
    password: newPasswordSchema.describe('10 to 256 characters.'),
    name: nameSchema.optional(),
  })
  .meta({ id: 'SignUp' });
export type SignUp = z.infer<typeof signUpSchema>;

/** `POST /user/login` */
export const loginSchema = z
  .strictObject({ email: emailSchema, password: passwordSchema })
  .meta({ id: 'Login' });
export type Login = z.infer<typeof loginSchema>;

/** A user as they see themselves. */
export const profileSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'Profile' });
export type Profile = z.infer<typeof profileSchema>;

/** What signing up and logging in answer; the cookie holds the same token. */
export const sessionSchema = z
  .object({
    user: profileSchema,
    token: z.string().describe('For `Authorization: Bearer`, where there are no cookies.'),
    expires_at: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** `PUT /user`: only what is sent changes. */
export const updateProfileSchema = z
  .strictObject({
    name: nameSchema.nullable().optional(),
    email: emailSchema.optional(),
    password: newPasswordSchema.optional(),
    current_password: passwordSchema.optional().describe('Needed to change `email` or `password`.'),
  })
  .meta({ id: 'UpdateProfile' });
export type UpdateProfile = z.infer<typeof updateProfileSchema>;

/** `DELETE /user` */
export const deleteUserSchema = z
  .strictObject({ current_password: passwordSchema })
  .meta({ id: 'DeleteUser' });

/** `GET /user/ws-token` */
export const webSocketTokenSchema = z
  .object({
    token: z.string().describe('Opens one WebSocket.'),
    expires_in: z.number().describe('Seconds.'),
  })
  .meta({ id: 'WebSocketToken' });
