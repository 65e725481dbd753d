import { appendFileSync } from 'node:fs';
import { covers, expect, test } from '@uat/fixtures';

test.describe('scribbled', () => {
  test(
    'a user is made and a line of the ledger spoilt',
    covers('ENG-22', { needs: ['grant:users', 'offer:users'] }),
    async ({ as, data }) => {
      const { username, password } = await data.user('viewer');
      const anyone = await as('anonymous');

      appendFileSync(String(process.env['UAT_LEDGER']), 'ink\n');

      await expect(anyone.auth.token({ username, password })).toSucceed();
    },
  );
});
