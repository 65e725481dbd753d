import { expect, test } from 'vitest';
import { addBannerNote, removeBannerNote } from './banner-note.ts';
import { stubApi } from './testing/stub-api.ts';

const settings = { consent_enabled: false, banner_enabled: true, banner_top_text: 'CUI' };

/** An API whose lower banner has this text; it remembers what it is set to. */
const apiWith = (banner_bottom_text: string | null) =>
  stubApi({
    'GET /security/admin/config': { body: { ...settings, banner_bottom_text } },
    'PUT /security/admin/config': { body: settings },
  });
const sent = (banner_bottom_text: string | null) => [JSON.stringify({ ...settings, banner_bottom_text })];

test.each([
  { before: null, after: 'uat-a' },
  { before: 'CUI', after: 'CUI uat-a' },
])('a note stands behind $before', async ({ before, after }) => {
  await using api = await apiWith(before);

  expect(await addBannerNote(api.as('admin'), 'uat-a')).toBe(after);
  expect(api.sent).toEqual(sent(after));
});

test.each([
  { before: 'uat-a', after: null },
  { before: 'CUI uat-a', after: 'CUI' },
])('of $before a note leaves $after', async ({ before, after }) => {
  await using api = await apiWith(before);

  await removeBannerNote(api.as('admin'), 'uat-a');

  expect(api.sent).toEqual(sent(after));
});

test('a note that is gone already leaves the settings alone', async () => {
  await using api = await apiWith('CUI');

  await removeBannerNote(api.as('admin'), 'uat-a');

  expect(api.sent).toEqual([]);
});

test('a banner without room is left alone', async () => {
  await using api = await apiWith('x'.repeat(195));

  await expect(addBannerNote(api.as('admin'), 'uat-a')).rejects.toThrow('has no room');
  expect(api.sent).toEqual([]);
});
