import { beforeAll, expect, test } from 'vitest';

import { platformVersion } from '../src/settings.ts';
import { serverBundle, type SourceOfRelease } from './server-bundle.ts';

const textOf = async (release: SourceOfRelease) =>
  (await serverBundle(release)).map(({ name, text }) => `${name}\n${text}`).join('\n');

let present: string;
beforeAll(async () => void (present = await textOf({ version: platformVersion, hasNewestMigration: true })));

test('the release before is the present source with its own version and without the newest migration', async () => {
  const before = await textOf({ version: '1.1.0', hasNewestMigration: false });

  expect(present).toContain(`platformVersion = "${platformVersion}"`);
  expect(present).toContain('CREATE INDEX activities_by_time');
  expect(before).toContain('platformVersion = "1.1.0"');
  expect(before).not.toContain('CREATE INDEX activities_by_time');
});

test('no defect that can be switched on is in it', () => {
  expect(present).not.toContain('reverts:');
});
