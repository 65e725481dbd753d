import { covers, expect, test } from '@uat/fixtures';

test.describe('grants', () => {
  test(
    'a token is made and removed',
    covers('ENG-9', { requires: ['grant:tokens'] }),
    async ({ as, data }) => {
      const admin = await as('admin');

      const { pat } = await data.pat(admin);

      expect(pat.revoked).toBe(false);
    },
  );
});
