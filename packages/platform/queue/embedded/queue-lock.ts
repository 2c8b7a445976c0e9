/**
 * Name of the lock (`Database.serialise`) under which jobs are accepted and given their place: who holds it
 * sees every accepted job, and its own number is the next one.
 */
export const QUEUE_LOCK = 'queue';
