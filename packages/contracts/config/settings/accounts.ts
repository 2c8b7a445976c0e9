import { z } from 'zod';

/** Who may use the server, and for how long a login holds. */
export const accountSettings = {
  /** Refuses the Jobs API to whoever is not logged in; without it they are the one local user. */
  AUTH_REQUIRED: z.stringbool().default(false),
  /** Signs logins; made in the data folder when left out, except in production. */
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Hours after which a login ends. */
  SESSION_HOURS: z.coerce.number().min(0.01).max(8_760).default(168),
};
