/** What a check found. */
export interface Finding {
  readonly found: string;
  /** Set when something is wrong. */
  readonly advice?: string;
}
