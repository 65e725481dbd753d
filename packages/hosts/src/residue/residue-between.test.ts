import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileChange } from '../files/file-change.ts';
import { factsWith, fileWith } from '../testing/a-host.ts';
import { residueBetween } from './residue-between.ts';

const acme = { name: 'acme', uid: 990, gid: 990, home: '/var/lib/acme', shell: '/usr/sbin/nologin' };
const unit = {
  name: 'acme.service',
  active: 'active',
  sub: 'running',
  enabled: 'enabled',
  restarts: 0,
  mainPid: 7,
  file: '/lib/systemd/system/acme.service',
  unsuited: false,
};

describe('what a package leaves where the system keeps its own', () => {
  test.each([
    '/etc/localtime',
    '/run/lock/acme.lock',
    '/run/udev/rules.d/99-acme.rules',
    '/var/log/apt/acme.log',
    '/var/lib/logrotate/acme',
    '/var/lib/dbus/acme',
  ])('is residue: %s', (path) => {
    const changes: FileChange[] = [{ kind: 'added', path, after: fileWith() }];

    const { residue } = residueBetween({ before: factsWith(), after: factsWith(), changes });

    expect(residue.map(({ what }) => what)).toEqual([path]);
  });

  test('is residue where it changes the time zone', () => {
    const [before, after] = ['UTC', 'Europe/Berlin'].map((zone) =>
      fileWith({ type: 'link', target: `/usr/share/zoneinfo/${zone}` }),
    );
    const changes = [{ kind: 'content', path: '/etc/localtime', before, after }] as FileChange[];

    expect(residueBetween({ before: factsWith(), after: factsWith(), changes }).residue).toHaveLength(1);
  });

  test.each([
    '/run/udev/data/+module:fuse',
    '/var/log/apt/history.log.1.gz',
    '/var/lib/logrotate/status',
    '/var/lib/dbus/machine-id',
  ])('is not to be mixed up with the system’s: %s', (path) => {
    const changes: FileChange[] = [{ kind: 'added', path, after: fileWith() }];

    expect(residueBetween({ before: factsWith(), after: factsWith(), changes }).residue).toEqual([]);
  });
});

describe('something that came and stayed is residue', () => {
  test.each([
    { kind: 'user', facts: { users: [...factsWith().users, acme] }, what: 'acme' },
    {
      kind: 'group',
      facts: { groups: [...factsWith().groups, { name: 'acme', gid: 990, members: [] }] },
      what: 'acme',
    },
    { kind: 'service', facts: { services: [unit] }, what: 'acme.service' },
    { kind: 'timer', facts: { timers: ['acme.timer'] }, what: 'acme.timer' },
    { kind: 'cron', facts: { cron: ['/etc/cron.d/acme'] }, what: '/etc/cron.d/acme' },
    {
      kind: 'socket',
      facts: { sockets: [{ protocol: 'tcp' as const, address: '0.0.0.0', port: 7171, process: 'acme' }] },
      what: 'tcp 0.0.0.0:7171',
    },
    {
      kind: 'process',
      facts: { processes: [{ pid: 9, parent: 1, user: '990', command: '/opt/acme/bin/acme serve' }] },
      what: '/opt/acme/bin/acme serve',
    },
    {
      kind: 'package',
      facts: { packages: [{ family: 'deb' as const, name: 'acme', version: '1.0', state: 'config-files' }] },
      what: 'deb acme',
    },
    {
      kind: 'mount',
      facts: { mounts: [{ path: '/mnt/acme', type: 'tmpfs', source: 'tmpfs' }] },
      what: '/mnt/acme',
    },
  ])('$kind', ({ kind, facts, what }) => {
    const { residue } = residueBetween({ before: factsWith(), after: factsWith(facts), changes: [] });

    expect(residue).toMatchObject([{ kind, how: 'left', what }]);
  });

  test('a file, with its mode, its owner by name, and an owner that nobody is any more by number', () => {
    const changes: FileChange[] = [
      { kind: 'added', path: '/var/log/acme', after: fileWith({ mode: 0o666, uid: 990 }) },
    ];

    const { residue } = residueBetween({ before: factsWith(), after: factsWith(), changes });

    expect(residue).toEqual([
      {
        kind: 'file',
        how: 'left',
        what: '/var/log/acme',
        sentence: '/var/log/acme was left (file 666 990:root, 12 bytes)',
      },
    ]);
  });
});

test('what was there before and is gone is lost, what is another thing now is changed', () => {
  const before = factsWith({ users: [...factsWith().users, acme], timers: ['logrotate.timer'] });
  const after = factsWith({ users: [...factsWith().users, { ...acme, home: '/home/acme' }] });
  const changes: FileChange[] = [
    { kind: 'removed', path: '/srv', before: fileWith({ type: 'directory', mode: 0o755 }) },
    { kind: 'metadata', path: '/usr/bin/env', before: fileWith(), after: fileWith({ mode: 0o777 }) },
  ];

  const { residue } = residueBetween({ before, after, changes });

  expect(residue.map(({ how, sentence }) => [how, sentence])).toEqual([
    ['lost', '/srv is gone (directory 755 root:root)'],
    [
      'changed',
      '/usr/bin/env has another mode, owner or attribute (file 644 root:root, 12 bytes; now file 777 root:root, 12 bytes)',
    ],
    [
      'changed',
      'user acme was 990:990 /var/lib/acme /usr/sbin/nologin and is 990:990 /home/acme /usr/sbin/nologin',
    ],
    ['lost', 'timer logrotate.timer is gone'],
  ]);
});

test('a service that failed is changed, one that only stopped or recovered is as it was', () => {
  const before = factsWith({ services: [unit] });
  const stopped = factsWith({ services: [{ ...unit, active: 'inactive', mainPid: 0 }] });
  const failed = factsWith({ services: [{ ...unit, active: 'failed', mainPid: 0 }] });

  expect(residueBetween({ before, after: stopped, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before: failed, after: stopped, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before, after: failed, changes: [] }).residue).toMatchObject([
    { kind: 'service', how: 'changed', what: 'acme.service' },
  ]);
});

test('a name of a service that another unit mentions is nothing, one that still runs without a file is residue', () => {
  const mentioned = factsWith({ services: [{ ...unit, active: 'inactive', enabled: '', file: '' }] });
  const running = factsWith({ services: [{ ...unit, enabled: '', file: '' }] });

  expect(residueBetween({ before: factsWith(), after: mentioned, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before: factsWith(), after: running, changes: [] }).residue).toMatchObject([
    { kind: 'service', how: 'left', what: 'acme.service' },
  ]);
});

test('an allowance sets apart what it names, with its reason, and nothing of another kind or turn', () => {
  const changes: FileChange[] = [
    { kind: 'added', path: '/var/lib/acme', after: fileWith({ type: 'directory' }) },
    { kind: 'removed', path: '/var/lib/misc', before: fileWith({ type: 'directory' }) },
  ];
  const after = factsWith({ users: [...factsWith().users, { ...acme, name: '/var/lib/acme' }] });

  const { residue, allowed } = residueBetween({ before: factsWith(), after, changes }, [
    { kind: 'file', pattern: '/var/lib/*', how: 'left', reason: 'data stays' },
  ]);

  expect(allowed).toMatchObject([{ residue: { what: '/var/lib/acme', kind: 'file' }, reason: 'data stays' }]);
  expect(residue).toMatchObject([
    { kind: 'file', how: 'lost', what: '/var/lib/misc' },
    { kind: 'user', what: '/var/lib/acme' },
  ]);
});

test('what dpkg was unpacking when the power was cut is its own', () => {
  const changes: FileChange[] = ['/var/lib/dpkg/tmp.ci', '/var/lib/dpkg/tmp.ci/control'].map((path) => ({
    ...{ kind: 'added', path },
    after: fileWith({}),
  }));

  const { residue, allowed } = residueBetween({ before: factsWith(), after: factsWith(), changes });

  expect(residue).toEqual([]);
  expect(allowed).toHaveLength(2);
});

test('the content of /etc/passwd is compared as users, its mode as that of any file', () => {
  const content: FileChange = {
    kind: 'content',
    path: '/etc/passwd',
    before: fileWith(),
    after: fileWith({ size: 13 }),
  };
  const gone: FileChange = { kind: 'removed', path: '/etc/passwd', before: fileWith() };

  const { residue, allowed } = residueBetween({
    before: factsWith(),
    after: factsWith(),
    changes: [content, gone],
  });

  expect(allowed).toHaveLength(1);
  expect(residue).toMatchObject([{ how: 'lost', what: '/etc/passwd' }]);
});

describe('for any two moments', () => {
  const name = fc.stringMatching(/^[a-z]{1,6}$/);
  const user = fc.record({
    name,
    uid: fc.nat(2000),
    gid: fc.nat(2000),
    home: fc.constantFrom('/home/a', '/var/lib/a'),
    shell: fc.constant('/bin/sh'),
  });
  const facts = fc.record({
    users: fc.uniqueArray(user, { selector: (one) => one.name }),
    timers: fc.uniqueArray(name),
  });
  const change = fc.record({ path: fc.stringMatching(/^\/srv\/[a-z/]{1,8}$/), mode: fc.nat(0o7777) });

  test('every change of a file is told once: as residue, or as allowed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(change, { selector: ({ path }) => path }),
        fc.array(name),
        (files, allowed) => {
          const changes = files.map(({ path, mode }): FileChange => ({
            kind: 'added',
            path,
            after: fileWith({ mode }),
          }));
          const rules = allowed.map((part) => ({
            kind: 'file' as const,
            pattern: `/srv/${part}/**`,
            reason: 'said so',
          }));

          const report = residueBetween({ before: factsWith(), after: factsWith(), changes }, rules);

          const told = [...report.residue, ...report.allowed.map(({ residue }) => residue)].map(
            ({ what }) => what,
          );
          expect(told.toSorted()).toEqual(changes.map(({ path }) => path).toSorted());
        },
      ),
    );
  });

  test('a moment and itself differ in nothing, and turned round left is lost', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const [a, b] = [factsWith(one), factsWith(other)];
        const there = residueBetween({ before: a, after: b, changes: [] }).residue;
        const back = residueBetween({ before: b, after: a, changes: [] }).residue;
        const turned = { left: 'lost', lost: 'left', changed: 'changed' } as const;

        expect(residueBetween({ before: a, after: a, changes: [] }).residue).toEqual([]);
        expect(back.map(({ kind, how, what }) => ({ kind, how, what }))).toEqual(
          there.map(({ kind, how, what }) => ({ kind, how: turned[how], what })),
        );
      }),
    );
  });
});
