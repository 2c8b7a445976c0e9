import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Leases } from './leases.ts';

/** Leases under test whose time the test sets. */
export interface LeasesUnderTest {
  readonly leases: Leases;
  advance(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const LIFE_MS = 1_000;

/** What all `Leases` must do. */
export function testLeases(name: string, create: () => Promise<LeasesUnderTest>): void {
  describe(`${name} as leases`, () => {
    let subject: LeasesUnderTest;
    let leases: Leases;
    beforeEach(async () => {
      subject = await create();
      leases = subject.leases;
    });
    afterEach(() => subject.close());

    it('lets one of many hold a thing, and others hold other things', async () => {
      const owners = ['a', 'b', 'c', 'd'];
      const won = await Promise.all(owners.map((owner) => leases.acquire('x', owner, LIFE_MS)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await leases.acquire('y', 'e', LIFE_MS)).toBe(true);
    });

    it('can be kept by its holder, beyond its first life', async () => {
      expect(await leases.acquire('x', 'a', LIFE_MS)).toBe(true);
      await subject.advance(LIFE_MS * 0.7);
      expect(await leases.acquire('x', 'a', LIFE_MS)).toBe(true);
      await subject.advance(LIFE_MS * 0.7);
      expect(await leases.acquire('x', 'b', LIFE_MS)).toBe(false);
    });

    it('goes to another once it has run out, as after its holder’s death', async () => {
      await leases.acquire('x', 'a', LIFE_MS);
      await subject.advance(LIFE_MS);
      expect(await leases.acquire('x', 'b', LIFE_MS)).toBe(true);
      expect(await leases.acquire('x', 'a', LIFE_MS)).toBe(false);
    });

    it('is free at once when its holder lets go, and only then', async () => {
      await leases.acquire('x', 'a', LIFE_MS);
      await leases.release('x', 'b');
      expect(await leases.acquire('x', 'b', LIFE_MS)).toBe(false);
      await leases.release('x', 'a');
      expect(await leases.acquire('x', 'b', LIFE_MS)).toBe(true);
    });

    it('forgets what dead holders left, and nothing that is held', async () => {
      await leases.acquire('x', 'dead', LIFE_MS);
      await subject.advance(LIFE_MS);
      await leases.acquire('y', 'a', LIFE_MS);
      expect(await leases.forgetExpired()).toBe(1);
      expect(await leases.forgetExpired()).toBe(0);
      expect(await leases.acquire('y', 'b', LIFE_MS)).toBe(false);
    });
  });
}
