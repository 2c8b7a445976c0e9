import { describe, expect, it } from 'vitest';
import { createPermits } from './permits.ts';

const forever = new AbortController().signal;

describe('permits', () => {
  it('are given out up to their number, and again when they come back', () => {
    const permits = createPermits(2);
    const [first, second] = [permits.tryAcquire(), permits.tryAcquire()];
    expect(permits.tryAcquire()).toBeNull();
    first?.();
    expect(permits.tryAcquire()).not.toBeNull();
    second?.();
  });

  it('come back once, however often they are given back', () => {
    const permits = createPermits(1);
    const release = permits.tryAcquire();
    release?.();
    release?.();
    expect(permits.tryAcquire()).not.toBeNull();
    expect(permits.tryAcquire()).toBeNull();
  });

  it('go to those who wait, in order; not to newcomers', async () => {
    const permits = createPermits(1);
    const release = permits.tryAcquire();
    const order: string[] = [];
    const wait = async (name: string) => {
      const giveBack = await permits.acquire(forever);
      order.push(name);
      giveBack();
    };
    const all = [wait('a'), wait('b'), wait('c')];
    release?.();
    expect(permits.tryAcquire()).toBeNull();
    await Promise.all(all);
    expect(order).toEqual(['a', 'b', 'c']);
    expect(permits.tryAcquire()).not.toBeNull();
  });

  it('are not given to those who went away', async () => {
    const permits = createPermits(1);
    const release = permits.tryAcquire();
    const impatient = new AbortController();
    const waiting = permits.acquire(impatient.signal);
    impatient.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(permits.acquire(impatient.signal)).rejects.toThrow('gone');
    release?.();
    expect(permits.tryAcquire()).not.toBeNull();
  });
});
