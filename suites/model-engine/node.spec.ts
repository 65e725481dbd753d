import { covers, expect, test } from '@uat/fixtures';

test.describe('the node that answers', () => {
  test('a node says of itself that it runs', covers('ENG-8749', { catches: 'M14' }), async ({ as }) => {
    const status = (await as('anonymous')).node.status();

    await expect(status).toSucceed();
    await expect(status).toMatchContract();
  });
});
