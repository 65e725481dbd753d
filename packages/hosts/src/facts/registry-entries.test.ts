import { expect, test } from 'vitest';
import { registryEntries } from './registry-entries.ts';

const entries = (sections: Record<string, string[]>) => registryEntries((name) => sections[name] ?? []);

test('a host without registries has no entries', () => {
  expect(entries({})).toEqual([]);
});

test('a diversion belongs to a package, or to the administrator', () => {
  const diversions = ['/bin/sh', '/bin/sh.distrib', 'dash', '/usr/bin/a b', '/usr/bin/a b.mine', ':'];

  expect(entries({ diversions })).toEqual([
    { registry: 'diversion', name: '/bin/sh', owner: 'dash', value: 'to /bin/sh.distrib, by dash' },
    { registry: 'diversion', name: '/usr/bin/a b', value: 'to /usr/bin/a b.mine, local' },
  ]);
});

test('a statoverride is of a path, which may have spaces, and of users that may be numbers', () => {
  const statoverrides = ['root messagebus 4754 /usr/lib/helper', '#0 #998 750 /srv/a b'];

  expect(entries({ statoverrides }).map(({ name, value }) => `${name} ${value}`)).toEqual([
    '/usr/lib/helper 4754 root:messagebus',
    '/srv/a b 750 #0:#998',
  ]);
});

test('a group of alternatives says where it leads, and lists each choice, even one without a slave link', () => {
  const file = (name: string, lines: string[]) =>
    lines.map((line) => `/var/lib/dpkg/alternatives/${name}\0${line}`);
  const pager = [
    ...[
      'manual',
      '/usr/bin/pager',
      'pager.1.gz',
      '/usr/share/man/man1/pager.1.gz',
      'p.de.gz',
      '/m/p.de.gz',
      '',
    ],
    ...['/bin/more', '50', '/usr/share/man/man1/more.1.gz', ''],
    ...['/usr/bin/less', '77', '', '/m/less.de.gz', ''],
  ];

  const found = entries({
    'alternative-groups': [
      ...file('nc', ['auto', '/bin/nc', '', '/bin/nc.openbsd', '50', '']),
      ...file('pager', pager),
    ],
    'alternative-links': ['nc\t/bin/nc.openbsd', 'pager\t/bin/more'],
  });

  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ['nc', 'auto, /bin/nc to /bin/nc.openbsd'],
    ['nc: /bin/nc.openbsd', 'priority 50'],
    [
      'pager',
      'manual, /usr/bin/pager to /bin/more, pager.1.gz /usr/share/man/man1/pager.1.gz, p.de.gz /m/p.de.gz',
    ],
    ['pager: /bin/more', 'priority 50, /usr/share/man/man1/more.1.gz'],
    ['pager: /usr/bin/less', 'priority 77, /m/less.de.gz'],
  ]);
});

test('named and path triggers say which package waits for them, and how', () => {
  const found = entries({
    triggers: ['/var/lib/dpkg/triggers/ldconfig\0libc-bin', '/var/lib/dpkg/triggers/ldconfig\0acme/noawait'],
    'file-triggers': ['/usr/share/a b libglib2.0-0:amd64/noawait'],
  });

  expect(found).toEqual([
    { registry: 'trigger', name: 'ldconfig', owner: 'libc-bin', value: 'await, by libc-bin' },
    { registry: 'trigger', name: 'ldconfig', owner: 'acme', value: 'noawait, by acme' },
    {
      registry: 'trigger',
      name: '/usr/share/a b',
      owner: 'libglib2.0-0:amd64',
      value: 'noawait, by libglib2.0-0:amd64',
    },
  ]);
});

test('a ucf file may be registered, have a checksum, or both', () => {
  const found = entries({
    'ucf-registry': ['acme \t /etc/acme.conf', 'other \t /etc/other.conf'],
    'ucf-sums': [`${'a'.repeat(32)}  /etc/acme.conf`, `${'b'.repeat(32)}  /etc/unowned.conf`],
  });

  expect(found).toEqual([
    { registry: 'ucf', name: '/etc/acme.conf', owner: 'acme', value: 'registered by acme, with a sum' },
    { registry: 'ucf', name: '/etc/other.conf', owner: 'other', value: 'registered by other' },
    { registry: 'ucf', name: '/etc/unowned.conf', value: 'with a sum' },
  ]);
});

test('a question shared by several packages is one entry for each, with its template', () => {
  const found = entries({
    'debconf-questions': ['acme/port\tacme', 'shared/mode\tacme, other', 'acme/copy\tacme'],
    'debconf-templates': [
      'acme/port\tacme/port, acme/copy',
      'shared/mode\tshared/mode',
      'lost/one\tlost/one',
    ],
  });

  expect(found.map(({ name, owner, value }) => [name, owner, value])).toEqual([
    ['acme/port', 'acme', 'question and template of acme'],
    ['shared/mode', 'acme', 'question and template of acme'],
    ['shared/mode', 'other', 'question and template of other'],
    ['acme/copy', 'acme', 'question of acme'],
    ['lost/one', undefined, 'template'],
  ]);
});
