/** What a pixel is to a completion, one byte each. */
export const ROLE = {
  /** Neither filled nor looked at. */
  unseen: 0,
  /** To be filled. */
  hole: 1,
  /** Compared with, never copied. */
  context: 2,
  /** Compared with and copied. */
  source: 3,
} as const;
