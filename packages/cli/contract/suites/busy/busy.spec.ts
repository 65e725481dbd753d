import { covers, expect, test } from '@uat/fixtures';

test.describe('busy', () => {
  test(
    'makes users without end',
    covers('ENG-39', { requires: ['grant:users', 'capability:users'] }),
    async ({ data }) => {
      test.setTimeout(0);

      const made = () => data.user('viewer').then(({ username }) => username);

      await expect.poll(made, { timeout: 0, intervals: [50] }).toBe('the last one');
    },
  );
});
