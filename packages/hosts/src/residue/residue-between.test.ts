import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostPackage, PasswordState, RegistryEntry } from '../facts/host-facts.ts';
import type { FileChange } from '../files/file-change.ts';
import { factsWith, fileWith } from '../testing/facts-with.ts';
import type { Allowance } from './residue.ts';
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

describe('a stray file in a system folder', () => {
  test.each([
    '/etc/localtime',
    '/run/lock/acme.lock',
    '/run/udev/rules.d/99-acme.rules',
    '/var/log/apt/acme.log',
    '/var/lib/logrotate/acme',
    '/var/lib/dbus/acme',
    '/etc/passwd.acme',
  ])('is residue: %s', (path) => {
    const changes: FileChange[] = [{ kind: 'added', path, after: fileWith() }];

    const { residue } = residueBetween({ before: factsWith(), after: factsWith(), changes });

    expect(residue.map(({ what }) => what)).toEqual([path]);
  });

  test('is residue if it changes the time zone', () => {
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
    '/etc/passwd.345',
    '/etc/gshadow.lock',
  ])('is not confused with the system’s: %s', (path) => {
    const changes: FileChange[] = [{ kind: 'added', path, after: fileWith() }];

    expect(residueBetween({ before: factsWith(), after: factsWith(), changes }).residue).toEqual([]);
  });
});

describe('something that appeared and stayed is residue', () => {
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

  test('a file is shown with its mode and owner by name, and with a deleted owner by number', () => {
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

test('what was there before and is gone is lost, what differs is changed', () => {
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

test('a service that failed is changed, one that only stopped or recovered is not', () => {
  const before = factsWith({ services: [unit] });
  const stopped = factsWith({ services: [{ ...unit, active: 'inactive', mainPid: 0 }] });
  const failed = factsWith({ services: [{ ...unit, active: 'failed', mainPid: 0 }] });

  expect(residueBetween({ before, after: stopped, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before: failed, after: stopped, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before, after: failed, changes: [] }).residue).toMatchObject([
    { kind: 'service', how: 'changed', what: 'acme.service' },
  ]);
});

test('a unit that is only mentioned is ignored, one that still runs without a file is residue', () => {
  const mentioned = factsWith({ services: [{ ...unit, active: 'inactive', enabled: '', file: '' }] });
  const running = factsWith({ services: [{ ...unit, enabled: '', file: '' }] });

  expect(residueBetween({ before: factsWith(), after: mentioned, changes: [] }).residue).toEqual([]);
  expect(residueBetween({ before: factsWith(), after: running, changes: [] }).residue).toMatchObject([
    { kind: 'service', how: 'left', what: 'acme.service' },
  ]);
});

test('an allowance covers what it names, with its reason, and nothing of another kind or direction', () => {
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

test('what dpkg was unpacking when the power was cut belongs to dpkg', () => {
  const changes: FileChange[] = ['/var/lib/dpkg/tmp.ci', '/var/lib/dpkg/tmp.ci/control'].map((path) => ({
    ...{ kind: 'added', path },
    after: fileWith({}),
  }));

  const { residue, allowed } = residueBetween({ before: factsWith(), after: factsWith(), changes });

  expect(residue).toEqual([]);
  expect(allowed).toHaveLength(2);
});

describe('a file that holds entries', () => {
  const change = (path: string, after: Parameters<typeof fileWith>[0]): FileChange => {
    const kind = after?.size === undefined ? 'metadata' : 'content';
    return { kind, path, before: fileWith(), after: fileWith(after) };
  };

  test.each([
    '/etc/passwd',
    '/etc/shadow',
    '/var/lib/dpkg/diversions',
    '/var/lib/dpkg/statoverride',
    '/var/lib/dpkg/alternatives/editor',
    '/var/lib/dpkg/triggers/File',
    '/var/lib/ucf/registry',
    '/var/cache/debconf/passwords.dat',
  ])('%s may change its content, but not its mode', (path) => {
    const judged = (after: Parameters<typeof fileWith>[0]) =>
      residueBetween({ before: factsWith(), after: factsWith(), changes: [change(path, after)] }).residue;

    expect(judged({ size: 13 })).toEqual([]);
    expect(judged({ mode: 0o666 })).toMatchObject([{ how: 'changed', what: path }]);
    expect(judged({ size: 13, mode: 0o666 })).toMatchObject([
      { sentence: expect.stringContaining('has another content and another mode, owner or attribute') },
    ]);
  });

  test('is lost when it is gone', () => {
    const changes: FileChange[] = [{ kind: 'removed', path: '/etc/passwd', before: fileWith() }];

    expect(residueBetween({ before: factsWith(), after: factsWith(), changes }).residue).toMatchObject([
      { how: 'lost', what: '/etc/passwd' },
    ]);
  });
});

describe('an entry of a registry', () => {
  const entry = (change: Partial<RegistryEntry> = {}): RegistryEntry => ({
    ...{ registry: 'diversion', name: '/bin/tool', owner: 'acme', value: 'to /bin/tool.acme, by acme' },
    ...change,
  });
  const between = (before: RegistryEntry[], after: RegistryEntry[], allowed?: Allowance[]) =>
    residueBetween(
      { before: factsWith({ entries: before }), after: factsWith({ entries: after }), changes: [] },
      allowed,
    );

  test('that is unchanged is not residue, even if its file was written in another order', () => {
    const [one, other] = [entry(), entry({ name: '/bin/other' })];

    expect(between([one, other], [other, one]).residue).toEqual([]);
  });

  test('that was added, removed or changed is residue, with its owner', () => {
    expect(between([], [entry()]).residue).toEqual([
      {
        ...{ kind: 'diversion', how: 'left', what: '/bin/tool', owner: 'acme' },
        sentence: 'diversion of /bin/tool was left (to /bin/tool.acme, by acme)',
      },
    ]);
    expect(between([entry()], []).residue).toMatchObject([{ how: 'lost', what: '/bin/tool' }]);
    expect(between([entry()], [entry({ value: 'to /bin/x, by acme' })]).residue).toMatchObject([
      { sentence: 'diversion of /bin/tool was to /bin/tool.acme, by acme and is to /bin/x, by acme' },
    ]);
  });

  test('with two owners counts twice', () => {
    const shared = (owner: string) => entry({ registry: 'debconf', name: 'shared/mode', owner, value: '' });

    expect(between([shared('other')], [shared('other'), shared('acme')]).residue).toMatchObject([
      { kind: 'debconf', how: 'left', what: 'shared/mode', owner: 'acme' },
    ]);
  });

  test('can be allowed by its owner, whatever the architecture, and by the lack of an owner', () => {
    const rule = (owner: string): Allowance => ({
      kind: 'diversion',
      pattern: '**',
      owner,
      reason: 'its own',
    });
    const { owner: _, ...ownerless } = entry();

    expect(between([], [entry({ owner: 'acme:amd64' })], [rule('acme')]).residue).toEqual([]);
    expect(between([], [entry({ owner: 'acme-extra' })], [rule('acme')]).residue).toHaveLength(1);
    expect(between([], [ownerless], [rule('acme')]).residue).toHaveLength(1);
    expect(between([], [ownerless], [rule('{acme,}')]).residue).toEqual([]);
  });
});

describe('a package', () => {
  const deb = (change: Partial<HostPackage> = {}): HostPackage => ({
    ...{ family: 'deb', name: 'libacme:amd64', version: '1.0', state: 'installed', selection: 'install' },
    ...change,
  });
  const between = (before: HostPackage[], after: HostPackage[], allowed?: Allowance[]) =>
    residueBetween(
      { before: factsWith({ packages: before }), after: factsWith({ packages: after }), changes: [] },
      allowed,
    ).residue.map(({ sentence }) => sentence);

  test.each([
    { change: { selection: 'hold' }, is: '1.0 installed to hold' },
    { change: { selection: 'deinstall' }, is: '1.0 installed to deinstall' },
    { change: { auto: true }, is: '1.0 installed automatic' },
  ])('that is $is now is changed', ({ change, is }) => {
    expect(between([deb()], [deb(change)])).toEqual([
      `package deb libacme:amd64 was 1.0 installed and is ${is}`,
    ]);
  });

  test('that is not installed but selected is left', () => {
    expect(between([], [deb({ version: '', state: 'not-installed' })])).toEqual([
      'selection deb libacme:amd64 was left (to install)',
    ]);
  });

  test('can be named with or without its architecture', () => {
    const removed = [deb({ state: 'config-files', selection: 'deinstall' })];
    const rule = (pattern: string): Allowance => ({ kind: 'package', pattern, reason: 'said so' });

    expect(between([], removed, [rule('deb libacme')])).toEqual([]);
    expect(between([], removed, [rule('deb libacme:amd64')])).toEqual([]);
    expect(between([], removed, [rule('deb libacme:i386')])).toHaveLength(1);
  });

  test('installed twice by rpm counts twice', () => {
    const key = (version: string): HostPackage => ({
      ...{ family: 'rpm', name: 'gpg-pubkey', version, state: 'installed' },
    });

    expect(between([key('b'), key('a')], [key('a'), key('b')])).toEqual([]);
    expect(between([key('a'), key('b')], [key('a'), key('b'), key('c')])).toEqual([
      'package rpm gpg-pubkey was a installed, b installed and is a installed, b installed, c installed',
    ]);
  });
});

test('an account that newly accepts a password, or none, or has rules, is changed', () => {
  const root = factsWith().users.slice(0, 1);
  const now = (passwordState: PasswordState) =>
    factsWith({ users: root.map((one) => ({ ...one, passwordState })) });
  const before = now({ password: 'locked', rules: '0:99999:7::' });
  const judged = (passwordState: PasswordState) =>
    residueBetween({ before, after: now(passwordState), changes: [] }).residue.map(
      ({ sentence }) => sentence,
    );

  expect(judged({ password: 'locked', rules: '::::' })).toEqual([]);
  expect(judged({ password: 'set', rules: '::::' })).toEqual([
    'user root was 0:0 /root /bin/sh and is 0:0 /root /bin/sh, with a password',
  ]);
  expect(judged({ password: 'none', rules: '0:99999:7::20000' })).toEqual([
    'user root was 0:0 /root /bin/sh and is 0:0 /root /bin/sh, without a password, its password ages by 0:99999:7::20000',
  ]);
});

test('a user that may linger without a session is residue', () => {
  const changes: FileChange[] = [{ kind: 'added', path: '/var/lib/systemd/linger/acme', after: fileWith() }];

  expect(residueBetween({ before: factsWith(), after: factsWith(), changes }).residue).toHaveLength(1);
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

  test('every change of a file is reported once: as residue, or as allowed', () => {
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

  test('a moment does not differ from itself, and swapping two turns left into lost', () => {
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
