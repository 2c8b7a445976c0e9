const EVENT_ID = /^(\d{1,15})-\w{1,64}$/;

/** Names a message by the time of what it tells, so that any gateway can tell what came after it. */
export function eventId(milliseconds: number, jobId: string): string {
  return `${milliseconds}-${jobId}`;
}

/** The time in an event's id, milliseconds since the epoch; null when it is none of ours. */
export function eventTime(id: string): number | null {
  const time = EVENT_ID.exec(id)?.[1];
  return time === undefined ? null : Number(time);
}
