import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { createUsersRepository } from '../users/create-users-repository.ts';
import { createVtonsRepository } from './create-vtons-repository.ts';
import type { VtonsRepository } from './vtons-repository.ts';

/** What the try-ons' repository must do on every database. @param open a fresh one, tables made. */
export function testVtonsRepository(name: string, open: () => Promise<Database>): void {
  describe(`the try-ons of the app on ${name}`, () => {
    let database: Database;
    let vtons: VtonsRepository;
    let ana: string;
    let bo: string;
    let time: number;
    beforeEach(async () => {
      time = Date.UTC(2026, 0, 1);
      database = await open();
      vtons = createVtonsRepository(database, () => time);
      const users = createUsersRepository(database);
      const signUp = async (email: string) =>
        (await users.create({ email, name: null, passwordHash: 'hash' })).id;
      [ana, bo] = [await signUp('ana@example.org'), await signUp('bo@example.org')];
    });
    afterEach(() => database.close());

    it('begins with what is given and is found by its owner only', async () => {
      const made = await vtons.create(ana, 'Summer', { userSnapKey: 'users/a/1.jpg' });
      expect(made).toMatchObject({
        name: 'Summer',
        category: 'auto',
        userSnapKey: 'users/a/1.jpg',
        outfitKey: null,
        jobId: null,
      });
      expect(await vtons.find(made.id, ana)).toEqual(made);
      expect(await vtons.find(made.id, bo)).toBeNull();
    });

    it('changes what is given, for its owner only', async () => {
      const made = await vtons.create(ana, 'Summer', { userSnapKey: 'users/a/1.jpg' });
      time += 5;
      const changed = await vtons.update(made.id, ana, { category: 'dress', userSnapKey: null });
      expect(changed).toEqual({ ...made, category: 'dress', userSnapKey: null, updatedAt: time });
      expect(await vtons.update(made.id, bo, { name: 'Mine' })).toBeNull();
      expect(await vtons.find(made.id, ana)).toEqual(changed);
    });

    it('pages through them, newest first, also when many were made at once', async () => {
      const made: string[] = [];
      for (const step of [0, 0, 1, 0, 1]) {
        time += step;
        made.push((await vtons.create(ana, 'One', {})).id);
      }
      await vtons.create(bo, 'Foreign', {});
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await vtons.list(ana, cursor, 2);
        seen.push(...page.vtons.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(made.toReversed());
      await expect(vtons.list(ana, 'nonsense', 2)).rejects.toMatchObject({
        code: 'INVALID_REQUEST',
      });
    });

    it('is found by either of its jobs, for its owner only', async () => {
      const { id } = await vtons.create(ana, 'Summer', { jobId: 'one', tailorJobId: 'two' });
      expect(await vtons.findIdByJob('one', ana)).toBe(id);
      expect(await vtons.findIdByJob('two', ana)).toBe(id);
      expect(await vtons.findIdByJob('one', bo)).toBeNull();
      expect(await vtons.findIdByJob('three', ana)).toBeNull();
    });

    it('parts from the tailor’s job when another outfit comes', async () => {
      const { id } = await vtons.create(ana, 'Summer', { outfitKey: 'one', tailorJobId: 'cut' });
      const change = async (outfitKey: string | null, tailorJobId?: string) =>
        (await vtons.update(id, ana, { outfitKey, tailorJobId }))?.tailorJobId;
      expect(await change('one')).toBe('cut');
      expect(await change('two')).toBeNull();
      expect(await change('three', 'cut again')).toBe('cut again');
      expect((await vtons.update(id, ana, { name: 'Winter' }))?.tailorJobId).toBe('cut again');
      expect(await change(null)).toBeNull();
    });

    it('knows which uploads it shows', async () => {
      await vtons.create(ana, 'Summer', { userSnapKey: 'snap', outfitKey: 'outfit' });
      expect(await vtons.usesKey(ana, 'snap')).toBe(true);
      expect(await vtons.usesKey(ana, 'outfit')).toBe(true);
      expect(await vtons.usesKey(ana, 'other')).toBe(false);
      expect(await vtons.usesKey(bo, 'snap')).toBe(false);
    });

    it('is removed by its owner only, and with its owner', async () => {
      const [first, second] = [await vtons.create(ana, '1', {}), await vtons.create(ana, '2', {})];
      expect(await vtons.remove(first.id, bo)).toBeNull();
      expect(await vtons.remove(first.id, ana)).toEqual(first);
      expect(await vtons.remove(first.id, ana)).toBeNull();
      await createUsersRepository(database).remove(ana);
      expect(await vtons.find(second.id, ana)).toBeNull();
    });
  });
}
