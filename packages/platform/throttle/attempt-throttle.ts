/** So many attempts in so long. */
export interface AttemptRule {
  readonly limit: number;
  readonly windowMs: number;
}

/** Whether an attempt may go on. */
export interface AttemptVerdict {
  readonly allowed: boolean;
  /** Milliseconds until another one may; 0 when it is allowed. */
  readonly retryAfterMs: number;
}

/** Counts attempts by key, in windows that begin with the first one. */
export interface AttemptThrottle {
  /** Counts one attempt. Refused ones count no further: the window ends when it would have. */
  attempt(key: string, rule: AttemptRule): Promise<AttemptVerdict>;
  /** Forgets a key's attempts, as after a success. */
  forget(key: string): Promise<void>;
}
