import { expect, test } from 'vitest';
import {
  restoreSecuritySettings,
  replacedSettingsId,
  taggedSecuritySettings,
} from './tagged-security-settings.ts';
import { stubApi } from './testing/stub-api.ts';

const before = { consent_enabled: true, banner_enabled: false, banner_top_text: 'CUI' };

/** An API with these settings, which records the new ones sent to it. */
const apiWith = (settings: unknown) =>
  stubApi({
    'GET /security/admin/config': { body: settings },
    'PUT /security/admin/config': { body: before },
  });

test('the settings of a run are replaced by those before them', async () => {
  await using api = await apiWith(taggedSecuritySettings('uat-a'));

  await restoreSecuritySettings(api.as('admin'), replacedSettingsId('uat-a', before));

  expect(api.sent).toEqual([JSON.stringify(before)]);
});

test('settings of another run are left unchanged', async () => {
  await using api = await apiWith(taggedSecuritySettings('uat-b'));

  await restoreSecuritySettings(api.as('admin'), replacedSettingsId('uat-a', before));

  expect(api.sent).toEqual([]);
});
