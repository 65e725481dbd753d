import { expect, test } from 'vitest';
import { putSettingsBack, replacedSettingsId, stampedSecuritySettings } from './tagged-security-settings.ts';
import { stubApi } from './testing/stub-api.ts';

const before = { consent_enabled: true, banner_enabled: false, banner_top_text: 'CUI' };

/** An API with these settings; it remembers what it is set to. */
const apiWith = (settings: unknown) =>
  stubApi({
    'GET /security/admin/config': { body: settings },
    'PUT /security/admin/config': { body: before },
  });

test('the settings of a run give way to those before them', async () => {
  await using api = await apiWith(stampedSecuritySettings('uat-a'));

  await putSettingsBack(api.as('admin'), replacedSettingsId('uat-a', before));

  expect(api.sent).toEqual([JSON.stringify(before)]);
});

test('settings that somebody else made by then are left alone', async () => {
  await using api = await apiWith(stampedSecuritySettings('uat-b'));

  await putSettingsBack(api.as('admin'), replacedSettingsId('uat-a', before));

  expect(api.sent).toEqual([]);
});
