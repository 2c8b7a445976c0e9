import { beforeEach, describe, expect, it } from 'vitest';
import type { AttemptThrottle } from './attempt-throttle.ts';

/** A throttle under test whose time the test sets. */
export interface ThrottleUnderTest {
  readonly throttle: AttemptThrottle;
  advance(milliseconds: number): Promise<void>;
}

const RULE = { limit: 3, windowMs: 2_000 };

/** What every `AttemptThrottle` must do. */
export function testAttemptThrottle(name: string, create: () => Promise<ThrottleUnderTest>): void {
  describe(`${name} as an attempt throttle`, () => {
    let subject: ThrottleUnderTest;
    beforeEach(async () => {
      subject = await create();
    });
    const attempts = async (key: string, count: number) => {
      const allowed: boolean[] = [];
      for (let index = 0; index < count; index++) {
        allowed.push((await subject.throttle.attempt(key, RULE)).allowed);
      }
      return allowed;
    };

    it('lets as many through as the rule says, then none until the window ends', async () => {
      expect(await attempts('a', 5)).toEqual([true, true, true, false, false]);
      const { retryAfterMs } = await subject.throttle.attempt('a', RULE);
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(RULE.windowMs);
      await subject.advance(RULE.windowMs + 1);
      expect(await attempts('a', 4)).toEqual([true, true, true, false]);
    });

    it('counts each key for itself', async () => {
      await attempts('a', 4);
      expect(await attempts('b', 1)).toEqual([true]);
    });

    it('forgets a key when it is told to', async () => {
      await attempts('a', 4);
      await subject.throttle.forget('a');
      expect(await attempts('a', 1)).toEqual([true]);
    });

    it('lets no more through when all come at once', async () => {
      const verdicts = await Promise.all(
        Array.from({ length: 20 }, () => subject.throttle.attempt('a', RULE)),
      );
      expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(RULE.limit);
    });
  });
}
