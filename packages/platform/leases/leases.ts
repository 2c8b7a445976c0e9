/** Named things that one process at a time may hold, for a limited time. */
export interface Leases {
  /**
   * Takes a thing, or keeps it for longer.
   *
   * @param owner names the process; two must never share a name.
   * @returns false when somebody else holds it.
   */
  acquire(name: string, owner: string, lifeMs: number): Promise<boolean>;
  /** Lets go of a thing; of what somebody else holds, nothing. */
  release(name: string, owner: string): Promise<void>;
  /** Forgets things whose holders died and that nobody asked for again. @returns how many. */
  forgetExpired(): Promise<number>;
}
