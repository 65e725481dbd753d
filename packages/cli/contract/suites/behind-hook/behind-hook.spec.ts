import { covers, expect, test } from '@uat/fixtures';

test.describe('behind a hook', () => {
  test.beforeAll(() => {
    expect(process.env['HOOK'], 'the hook').not.toBe('broken');
  });

  test('the models are shown', covers('ENG-41'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });

  test('the files are shown', covers('ENG-41'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.modelFiles.list()).toSucceed();
  });

  test('is put off', covers('ENG-41'), async ({ as }) => {
    test.fixme(true, 'until ENG-41 is done');
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test.skip('is left out by its spec', covers('ENG-41'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
