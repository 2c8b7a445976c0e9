import type { Category } from '@proteus/contracts/jobs/category.ts';

/** A try-on of the app; how far it is, its jobs' rows say. Times in milliseconds since the epoch. */
export interface VtonRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly category: Category;
  readonly userSnapKey: string | null;
  readonly outfitKey: string | null;
  readonly jobId: string | null;
  readonly tailorJobId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What of a try-on changes; fields that are left out stay. */
export interface VtonChanges {
  readonly name?: string | undefined;
  readonly category?: Category | undefined;
  readonly userSnapKey?: string | null | undefined;
  readonly outfitKey?: string | null | undefined;
  readonly jobId?: string | undefined;
  readonly tailorJobId?: string | undefined;
}

/** A page, newest first. */
export interface VtonPage {
  readonly vtons: readonly VtonRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** The users' own try-ons. Those of others look as if they did not exist. */
export interface VtonsRepository {
  create(userId: string, name: string, changes: Omit<VtonChanges, 'name'>): Promise<VtonRow>;
  find(id: string, userId: string): Promise<VtonRow | null>;
  /** The try-on that a job works for, if any. */
  findIdByJob(jobId: string, userId: string): Promise<string | null>;
  /** Whether a try-on of this user shows the picture under this key. */
  usesKey(userId: string, key: string): Promise<boolean>;
  /** @throws {ProteusError} INVALID_REQUEST when the cursor was not made by this function. */
  list(userId: string, cursor: string | undefined, limit: number): Promise<VtonPage>;
  /**
   * Another outfit parts the try-on from the tailor's job for the one before.
   *
   * @returns null when there is no such try-on of this user.
   */
  update(id: string, userId: string, changes: VtonChanges): Promise<VtonRow | null>;
  /** Null when there was none; otherwise what it was. */
  remove(id: string, userId: string): Promise<VtonRow | null>;
}
