import { covers, expect, test } from '@uat/fixtures';

declare const undefinedName: string;

test.describe('mistakes of a spec', () => {
  test('uses a name that is not defined', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    expect(await anyone.auth.health()).toBe(undefinedName);
  });

  test('expects what a matcher cannot compare', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');
    const { status } = await anyone.auth.health().response;

    expect(status).toBeCloseTo('200' as unknown as number);
  });

  test('is well', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toSucceed();
  });
});
