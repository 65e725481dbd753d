import { changedFiles, covers, expect, test } from '@uat/fixtures/installers';

test.describe('installing once more', () => {
  test('changes nothing', covers('ENG-10771'), async ({ machineAt }) => {
    const machine = await machineAt('installed');
    await machine.untilWell();
    const before = await machine.moment();

    const result = await machine.install();

    expect(result).toEndWell();
    expect(await machine.whyUnwell()).toBeWell();
    expect(changedFiles(machine.product, before, await machine.moment())).toHaveNoFindings();
  });
});
