import { covers, expect, test } from '@uat/fixtures';

test.describe('credentials that the target does not have', () => {
  test('a password', covers('ENG-38'), async ({ account }) => {
    const { password } = account('user');

    expect(password).toBe('known');
  });

  test('an administrator', covers('ENG-38'), async ({ data }) => {
    const { user } = await data.user('viewer');

    expect(user.active).toBe(true);
  });
});
