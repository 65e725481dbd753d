import { expect, test } from 'vitest';

import { hashPassword } from './hash-password.ts';
import { verifyPassword } from './verify-password.ts';

test('a stored password is PBKDF2 with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword('testpass'), hashPassword('testpass')]);

  expect(one).toMatch(/^pbkdf2_sha256\$200000\$[\w+/]{22}==\$[\w+/]{43}=$/);
  expect(one).not.toBe(two);
  expect([await verifyPassword('testpass', one), await verifyPassword('Testpass', one)]).toEqual([
    true,
    false,
  ]);
});

test('nothing stored matches nothing, after the same work', async () => {
  const stored = await hashPassword('x');
  const time = async (hash?: string) => {
    const before = performance.now();
    await verifyPassword('y', hash);
    return performance.now() - before;
  };
  const [known, unknown] = [await time(stored), await time()];

  expect(await verifyPassword('', undefined)).toBe(false);
  // Generous, because machines are noisy; without the work the difference is a thousandfold.
  expect(unknown).toBeGreaterThan(known / 5);
});
