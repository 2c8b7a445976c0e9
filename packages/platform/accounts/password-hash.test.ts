import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

it('knows the password again, and no other', async () => {
  const stored = await hashPassword('correct horse battery');
  expect(await verifyPassword('correct horse battery', stored)).toBe(true);
  expect(await verifyPassword('correct horse batterY', stored)).toBe(false);
  expect(await verifyPassword('', stored)).toBe(false);
});

it('salts: the same password has another hash each time', async () => {
  const [first, second] = await Promise.all([hashPassword('the same'), hashPassword('the same')]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('reads hashes that other programs made', async () => {
  // argon2 -id -t 2 -m 8 -p 1 of "password" with the salt "somesalt" (the reference implementation's own test vectors).
  const stored =
    '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  expect(await verifyPassword('password', stored)).toBe(true);
  expect(await verifyPassword('passwort', stored)).toBe(false);
});

it.each(['', 'plain', '$argon2id$v=19$m=1$x$y', '$2b$10$abcdefghijklmnopqrstuv'])(
  'matches nothing against the unreadable hash %j',
  async (stored) => {
    expect(await verifyPassword('plain', stored)).toBe(false);
  },
);
