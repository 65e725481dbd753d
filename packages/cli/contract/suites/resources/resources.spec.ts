import { covers, expect, test } from '@uat/fixtures';

test.describe('resources', () => {
  test(
    'a user made for a test signs in',
    covers('ENG-22', { requires: ['grant:users', 'capability:users'] }),
    async ({ as, data }) => {
      const { username, password } = await data.user('viewer');
      const anyone = await as('anonymous');

      const token = anyone.auth.token({ username, password });

      await expect(token).toSucceed();
    },
  );

  test(
    'dies with its things on the target',
    covers('ENG-22', { requires: ['grant:users', 'grant:tokens'] }),
    async ({ as, data }) => {
      await data.user('viewer');
      await data.pat(await as('user'));

      process.exit(7);
    },
  );
});
