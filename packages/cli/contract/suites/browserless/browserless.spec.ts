import { covers, expect, test } from '@uat/fixtures';

test.describe('browserless', () => {
  test('a visitor finds API and console', covers('ENG-44'), async ({ httpSession }) => {
    const visitor = await httpSession();

    const [api, login] = [await visitor.visit('/api/ping'), await visitor.visit('/login')];

    expect([api.status, login.status]).toEqual([200, 200]);
  });
});
