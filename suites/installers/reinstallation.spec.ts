import { changedFiles, covers, expect, test } from '@uat/fixtures/installers';

test.describe('installing once more', () => {
  test('changes nothing', covers('ENG-10771'), async ({ hostAt }) => {
    const host = await hostAt('installed');
    await host.untilWell();
    const before = await host.snapshot();

    const result = await host.install();

    expect(result).toEndWell();
    expect(await host.whyUnwell()).toBeWell();
    expect(changedFiles(host.product, before, await host.snapshot())).toHaveNoFindings();
  });
});
