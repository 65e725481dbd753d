import { appendFileSync } from 'node:fs';
import { sessionFrom } from '@uat/config';
import { covers, expect, test } from '@uat/fixtures';

test.describe('scribbled', () => {
  test(
    'a user is made and a line of the journal spoilt',
    covers('ENG-22', { requires: ['grant:users', 'capability:users'] }),
    async ({ as, data }) => {
      const { username, password } = await data.user('viewer');
      const anyone = await as('anonymous');

      appendFileSync(sessionFrom(process.env).journals?.resources ?? '', 'ink\n');

      await expect(anyone.auth.token({ username, password })).toSucceed();
    },
  );
});
