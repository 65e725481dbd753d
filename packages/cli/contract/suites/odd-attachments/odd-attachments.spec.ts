import { mkdirSync } from 'node:fs';
import { covers, expect, test } from '@uat/fixtures';

test.describe('odd attachments', () => {
  test('a folder', covers('ENG-45'), async ({ as }, testInfo) => {
    const anyone = await as('anonymous');
    const path = testInfo.outputPath('folder');
    mkdirSync(path);
    testInfo.attachments.push({ name: 'a folder', path, contentType: 'text/plain' });

    await expect(anyone.models.list()).toSucceed();
  });

  test('a file that is gone', covers('ENG-45'), async ({ as }, testInfo) => {
    const anyone = await as('anonymous');
    const path = testInfo.outputPath('gone');
    testInfo.attachments.push({ name: 'gone', path, contentType: 'text/plain' });

    await expect(anyone.ping()).toSucceed();
  });
});
