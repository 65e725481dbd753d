import { covers, expect, test } from '@uat/fixtures';

test.describe('mistakes of a spec', () => {
  test('uses an answer of another shape', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');
    const { body } = await anyone.auth.health().response;

    expect((body as { nodes: { first: string } }).nodes.first).toBe('ready');
  });

  test('calls what no client has', covers('ENG-44'), async ({ as }) => {
    const anyone = (await as('anonymous')) as unknown as { ring: () => Promise<void> };

    await anyone.ring();
  });

  test('is well', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toSucceed();
  });
});
