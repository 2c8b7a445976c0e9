/** A user as the database holds them; times in milliseconds since the epoch. */
export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  /** A PHC string. */
  readonly passwordHash: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What of a user changes; fields that are left out stay. */
export interface UserChanges {
  readonly email?: string | undefined;
  readonly name?: string | null | undefined;
  readonly passwordHash?: string | undefined;
}

/** One login that was not ended. */
export interface SessionRow {
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: number;
}

/** A user who is gone, but whose jobs and pictures may not be. */
export interface Erasure {
  readonly userId: string;
  readonly requestedAt: number;
}

/** People, their logins, and the traces to be removed after them. */
export interface UsersRepository {
  /** @throws {ProteusError} EMAIL_TAKEN */
  create(user: Pick<UserRow, 'email' | 'name' | 'passwordHash'>): Promise<UserRow>;
  find(id: string): Promise<UserRow | null>;
  /** @param email trimmed, in lower case. */
  findByEmail(email: string): Promise<UserRow | null>;
  /**
   * @returns null when there is no such user.
   * @throws {ProteusError} EMAIL_TAKEN
   */
  update(id: string, changes: UserChanges): Promise<UserRow | null>;
  /**
   * Takes the user, their logins and try-ons away at once, and notes that jobs and pictures are
   * still to be erased. False when there is no such user.
   */
  remove(id: string): Promise<boolean>;

  openSession(userId: string, lifeMs: number): Promise<SessionRow>;
  /** Null when it was ended, has expired, or its user is gone. */
  findSession(id: string): Promise<SessionRow | null>;
  endSession(id: string): Promise<void>;
  /** Ends a user's logins, all but one. */
  endOtherSessions(userId: string, keptId: string | null): Promise<void>;
  /** Uses up a token that may be used once. False when it was used before. */
  spendToken(id: string, expiresAt: number): Promise<boolean>;
  /** Forgets logins and used tokens that have expired; returns how many. */
  forgetExpired(): Promise<number>;

  /** Oldest first. */
  findErasures(limit: number): Promise<readonly Erasure[]>;
  /** Everything of the user is gone. */
  finishErasure(userId: string): Promise<void>;
}
