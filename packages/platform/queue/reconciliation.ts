/** What a reconciliation of the queue with the jobs' rows put right. */
export interface Reconciliation {
  /** Jobs that were accepted but that the queue had lost. */
  readonly added: readonly string[];
  /** Entries whose job has ended, or does not exist. */
  readonly removed: readonly string[];
}
