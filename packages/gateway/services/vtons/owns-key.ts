import { userPrefix } from '@proteus/contracts/jobs/user-keys.ts';
import type { GatewayContext } from '../../context.ts';

const SEGMENT = '[A-Za-z0-9_-][A-Za-z0-9._-]*';
const PLAIN_KEY = new RegExp(`^${SEGMENT}(/${SEGMENT})*$`);
const JOB_OF_KEY = /^jobs\/([^/]+)\//;

/** Whether a picture is the user's: one that they uploaded, or one of their own jobs. */
export async function ownsKey(
  { jobs }: GatewayContext,
  userId: string,
  key: string,
): Promise<boolean> {
  if (!PLAIN_KEY.test(key)) return false;
  if (isUpload(userId, key)) return true;
  const jobId = JOB_OF_KEY.exec(key)?.[1];
  return jobId !== undefined && (await jobs.findOwned(jobId, userId)) !== null;
}

/** Whether a key names something that the user uploaded. */
export function isUpload(userId: string, key: string): boolean {
  return PLAIN_KEY.test(key) && key.startsWith(`${userPrefix(userId)}uploads/`);
}
