import { expect, test } from 'vitest';
import type { Artifact } from '@uat/artifacts';
import { derivedProfile } from './derived-profile.ts';

const file = (path: string) => ({
  path,
  type: 'file' as const,
  mode: 0o644,
  owner: 'root',
  group: 'root',
  size: 1,
});

const artifact: Artifact = {
  kind: 'deb',
  file: '/tmp/acme_1.0_all.deb',
  sha256: '',
  name: 'acme',
  version: '1.0',
  architecture: 'all',
  summary: '',
  maintainer: '',
  homepage: '',
  depends: [],
  files: [
    file('/lib/systemd/system/acme.service'),
    file('/lib/systemd/system/acme@.service'),
    file('/etc/acme/acme.conf'),
  ],
  scripts: {},
  conffiles: ['/etc/default/acme', '/etc/acme/acme.conf', '/etc/logrotate.d/acme'],
};

test('a package tells its services, its own folder of settings and one that may be edited', () => {
  expect(derivedProfile(artifact)).toMatchObject({
    services: ['acme.service'],
    folders: { code: [], config: ['/etc/acme'], data: [] },
    settings: { file: '/etc/default/acme' },
    ports: [],
    refuses: [],
  });
});

test('a removal keeps settings, logs, and whether its service is enabled', () => {
  const kept = derivedProfile(artifact).residue;

  expect(kept.map(({ kind, pattern, after }) => [kind, pattern, after])).toEqual([
    ['file', '/etc/**', 'remove'],
    ['cron', '/etc/**', 'remove'],
    ['file', '/var/log/**', 'remove'],
    ['service', 'acme.service', 'remove'],
  ]);
});

test('a package without services and settings tells none', () => {
  const { services, settings, folders } = derivedProfile({ ...artifact, files: [], conffiles: [] });

  expect({ services, settings, folders }).toEqual({
    services: [],
    settings: undefined,
    folders: { code: [], config: [], data: [] },
  });
});
