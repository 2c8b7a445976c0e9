import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { createUsersRepository } from './create-users-repository.ts';
import type { UsersRepository } from './users-repository.ts';

/** What the users' repository must do on every database. @param open a fresh one, tables made. */
export function testUsersRepository(name: string, open: () => Promise<Database>): void {
  describe(`the users on ${name}`, () => {
    const MINUTE = 60_000;
    let database: Database;
    let users: UsersRepository;
    let time: number;
    beforeEach(async () => {
      time = Date.UTC(2026, 0, 1);
      database = await open();
      users = createUsersRepository(database, () => time);
    });
    afterEach(() => database.close());

    const signUp = (email: string) => users.create({ email, name: null, passwordHash: 'hash' });

    it('finds a user again by id and by address', async () => {
      const ana = await signUp('ana@example.org');
      expect(await users.find(ana.id)).toEqual(ana);
      expect(await users.findByEmail('ana@example.org')).toEqual(ana);
      expect(await users.find('nobody')).toBeNull();
      expect(await users.findByEmail('bo@example.org')).toBeNull();
    });

    it('gives an address to one of many who ask for it at the same time', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 }, () => signUp('ana@example.org')),
      );
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(4);
      expect(refused[0]).toMatchObject({ reason: { code: 'EMAIL_TAKEN' } });
    });

    it('changes what is given and nothing else', async () => {
      const ana = await signUp('ana@example.org');
      await signUp('bo@example.org');
      time += MINUTE;
      const changed = await users.update(ana.id, { name: 'Ana' });
      expect(changed).toEqual({ ...ana, name: 'Ana', updatedAt: time });
      expect((await users.update(ana.id, { name: null }))?.name).toBeNull();
      await expect(users.update(ana.id, { email: 'bo@example.org' })).rejects.toMatchObject({
        code: 'EMAIL_TAKEN',
      });
      expect(await users.update('nobody', { name: 'x' })).toBeNull();
    });

    it('keeps a login until it is ended, expires, or its user goes', async () => {
      const { id } = await signUp('ana@example.org');
      const ended = await users.openSession(id, MINUTE);
      const lasting = await users.openSession(id, MINUTE);
      expect(await users.findSession(lasting.id)).toEqual(lasting);
      await users.endSession(ended.id);
      expect(await users.findSession(ended.id)).toBeNull();
      time += MINUTE;
      expect(await users.findSession(lasting.id)).toBeNull();
      expect(await users.forgetExpired()).toBe(1);
      const last = await users.openSession(id, MINUTE);
      await users.remove(id);
      expect(await users.findSession(last.id)).toBeNull();
    });

    it('ends the other logins of a user', async () => {
      const ana = await signUp('ana@example.org');
      const bo = await signUp('bo@example.org');
      const [kept, other] = [
        await users.openSession(ana.id, MINUTE),
        await users.openSession(ana.id, MINUTE),
      ];
      const foreign = await users.openSession(bo.id, MINUTE);
      await users.endOtherSessions(ana.id, kept.id);
      expect(await users.findSession(kept.id)).not.toBeNull();
      expect(await users.findSession(other.id)).toBeNull();
      expect(await users.findSession(foreign.id)).not.toBeNull();
      await users.endOtherSessions(ana.id, null);
      expect(await users.findSession(kept.id)).toBeNull();
    });

    it('lets a token be used once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 5 }, () => users.spendToken('token', time + MINUTE)),
      );
      expect(outcomes.filter((spent) => spent)).toHaveLength(1);
      time += MINUTE;
      expect(await users.forgetExpired()).toBe(1);
    });

    it('notes whose traces are still to be erased, until they are', async () => {
      const { id } = await signUp('ana@example.org');
      expect(await users.remove(id)).toBe(true);
      expect(await users.remove(id)).toBe(false);
      expect(await users.find(id)).toBeNull();
      expect(await users.findErasures(10)).toEqual([{ userId: id, requestedAt: time }]);
      await users.finishErasure(id);
      expect(await users.findErasures(10)).toEqual([]);
      // The address is free again.
      await expect(signUp('ana@example.org')).resolves.toBeDefined();
    });
  });
}
