/** Who sent a request. */
export interface Caller {
  readonly id: string;
  readonly plan: string;
  /** The login that was shown; null for the local user of a server that needs none. */
  readonly sessionId: string | null;
}

/** Owner of all jobs of those who are not logged in, on a server that does not ask for it. */
export const LOCAL_CALLER: Caller = { id: 'local', plan: 'local', sessionId: null };

/** Plan of everybody with an account. */
export const ACCOUNT_PLAN = 'account';
