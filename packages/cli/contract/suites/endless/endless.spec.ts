import { covers, expect, test } from '@uat/fixtures';

test.describe('endless', () => {
  test('ends at once', covers('ENG-10'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('waits for what never comes', covers('ENG-10'), async ({ as }) => {
    test.setTimeout(0);
    const anyone = await as('anonymous');

    await expect.poll(() => anyone.ping().then(({ status }) => status), { timeout: 0 }).toBe('never');
  });
});
