import { covers, expect, test } from '@uat/fixtures';

test.describe('promises of a package', () => {
  test('one that is kept', covers('ENG-1', { requires: ['grant:hosts'] }), async () => {
    expect(2 + 2).toBe(4);
  });

  test('one that is broken', covers('ENG-1'), async () => {
    expect('1.0').toBe('1.1');
  });
});
