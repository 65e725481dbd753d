import { covers, expect, test } from '@uat/fixtures';

test.describe('lost', () => {
  test('a visitor reads the models', covers('ENG-11'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });

  test('a visitor knows who they are', covers('ENG-11'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.me()).toSucceed();
  });

  test('a visitor sees the users', covers('ENG-11'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.users.list()).toSucceed();
  });

  test('the ping is answered', covers('ENG-11'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
