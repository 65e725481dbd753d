import { covers, expect, test as base } from '@uat/fixtures';

const test = base.extend<object, { borrowed: string }>({
  borrowed: [
    async ({}, use) => {
      await use('a thing');
      throw new Error('the thing cannot be given back');
    },
    { scope: 'worker' },
  ],
});

test.describe('a worker that cannot clean up', () => {
  test('keeps its promise', covers('ENG-37'), async ({ borrowed, as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping(), borrowed).toSucceed();
  });
});
