import { covers, expect, test } from '@uat/fixtures';

test.describe('abandoned', () => {
  test(
    'has a user and a token on the target when its run is killed',
    covers('ENG-38', { requires: ['grant:users', 'capability:users', 'grant:tokens'] }),
    async ({ as, data }) => {
      test.setTimeout(0);
      const admin = await as('admin');
      await data.user('viewer');
      const { pat } = await data.pat(admin);

      const known = async () => (await admin.auth.pats()).pats.some(({ jti }) => jti === pat.jti);

      await expect.poll(known, { timeout: 0, intervals: [200] }).toBe(false);
    },
  );
});
