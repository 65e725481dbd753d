import { covers, expect, test } from '@uat/fixtures';

declare const undefinedName: string;

test.describe('mistakes of a spec', () => {
  test('uses a name that is not defined', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    expect(await anyone.auth.health()).toBe(undefinedName);
  });

  test('expects by a matcher that does not exist', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');
    const expectation = expect(await anyone.auth.health()) as unknown as { toRing: () => void };

    expectation.toRing();
  });

  test('is well', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toSucceed();
  });
});
