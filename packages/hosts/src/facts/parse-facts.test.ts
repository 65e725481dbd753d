import { expect, test } from 'vitest';
import { parseFacts } from './parse-facts.ts';

const printed = (sections: Record<string, string>) =>
  Object.entries(sections)
    .map(([name, text]) => `\u001E${name}\n${text}\n`)
    .join('');

test('users, groups and cron', () => {
  const { users, groups, cron } = parseFacts(
    printed({
      passwd: 'root:x:0:0:root:/root:/bin/bash\nacme:x:990:989::/var/lib/acme:/usr/sbin/nologin',
      group: 'root:x:0:\nacme:x:989:joe,ann',
      cron: '/etc/cron.d/acme\n/var/spool/cron/crontabs/acme',
    }),
  );

  expect(users[1]).toEqual({
    name: 'acme',
    uid: 990,
    gid: 989,
    home: '/var/lib/acme',
    shell: '/usr/sbin/nologin',
  });
  expect(groups[1]).toEqual({ name: 'acme', gid: 989, members: ['joe', 'ann'] });
  expect(cron).toEqual(['/etc/cron.d/acme', 'crontab:acme']);
});

test('services and timers come from the same list', () => {
  const { services, timers } = parseFacts(
    printed({
      units: [
        'MainPID=71\nNRestarts=3\nId=acme.service\nActiveState=activating\nSubState=auto-restart\nFragmentPath=/lib/systemd/system/acme.service',
        'Id=acme.timer\nActiveState=active',
      ].join('\n\n'),
      'unit-files':
        'getty.service masked\nacme.service enabled\nacme.service disabled\nacme.service static\nlate.timer static',
    }),
  );

  expect(services).toEqual([
    {
      name: 'acme.service',
      active: 'activating',
      sub: 'auto-restart',
      enabled: 'enabled',
      restarts: 3,
      mainPid: 71,
      file: '/lib/systemd/system/acme.service',
      unsuited: false,
    },
    {
      name: 'getty.service',
      active: 'inactive',
      sub: 'dead',
      enabled: 'masked',
      restarts: 0,
      mainPid: 0,
      file: '',
      unsuited: false,
    },
  ]);
  expect(timers).toEqual(['acme.timer', 'late.timer']);
});

test('a service whose conditions the host does not meet is told from one that was never started', () => {
  const unit = (name: string, condition: string) => `Id=${name}.service\nActiveState=inactive\n${condition}`;
  const { services } = parseFacts(
    printed({
      units: [
        unit('clock', 'ConditionResult=no\nConditionTimestampMonotonic=12'),
        unit('idle', 'ConditionResult=no\nConditionTimestampMonotonic=0'),
        unit('stopped', 'ConditionResult=yes\nConditionTimestampMonotonic=12'),
      ].join('\n\n'),
    }),
  );

  expect(services.filter(({ unsuited }) => unsuited).map(({ name }) => name)).toEqual(['clock.service']);
});

test('sockets of both protocols, with IPv6 addresses and programs that ss cannot name', () => {
  const { sockets } = parseFacts(
    printed({
      sockets: [
        'tcp   LISTEN 0      4096       127.0.0.1:7171       0.0.0.0:*    users:(("python3",pid=12,fd=3))',
        'udp   UNCONN 0      0               [::]:53            [::]:*',
      ].join('\n'),
    }),
  );

  expect(sockets).toEqual([
    { protocol: 'tcp', address: '127.0.0.1', port: 7171, process: 'python3' },
    { protocol: 'udp', address: '[::]', port: 53, process: '' },
  ]);
});

test('processes, without the ones that read the facts', () => {
  const { processes } = parseFacts(
    printed({
      self: '205 204',
      processes: [
        '      1       0 root     /lib/systemd/systemd',
        '     71       1 acme     /usr/bin/python3 /opt/acme/serve.py --port 7171',
        '    204       0 root     timeout --kill-after=5 120 sh -c section() {',
        '    205     204 root     sh -c section() {',
        '    206     205 root     ps -e',
      ].join('\n'),
    }),
  );

  expect(processes.map(({ pid, user, command }) => [pid, user, command])).toEqual([
    [1, 'root', '/lib/systemd/systemd'],
    [71, 'acme', '/usr/bin/python3 /opt/acme/serve.py --port 7171'],
  ]);
});

test("packages of both families, with dpkg's state, selection and automatic mark", () => {
  const { packages } = parseFacts(
    printed({
      deb: [
        'acme:amd64\t1.0-1\tconfig-files\tdeinstall',
        'kept\t2\tinstalled\thold',
        'mentioned\t\tnot-installed\tunknown',
        'wanted\t\tnot-installed\tinstall',
      ].join('\n'),
      auto: 'kept\nkept:amd64',
      rpm: 'acme\t1.0-1',
    }),
  );

  expect(packages).toEqual([
    { family: 'deb', name: 'acme:amd64', version: '1.0-1', state: 'config-files', selection: 'deinstall' },
    { family: 'deb', name: 'kept', version: '2', state: 'installed', selection: 'hold', auto: true },
    { family: 'deb', name: 'wanted', version: '', state: 'not-installed', selection: 'install' },
    { family: 'rpm', name: 'acme', version: '1.0-1', state: 'installed' },
  ]);
});

test('accounts with what is known about their passwords, where it could be read', () => {
  const { users, groups } = parseFacts(
    printed({
      passwd: 'root:x:0:0:root:/root:/bin/bash\nacme:x:990:989::/:/bin/sh',
      group: 'staff:x:50:',
      shadow: 'root:set:0:99999:7::',
      gshadow: 'staff:locked:ann,joe',
    }),
  );

  expect(users.map(({ passwordState }) => passwordState)).toEqual([
    { password: 'set', rules: '0:99999:7::' },
    undefined,
  ]);
  expect(groups[0]?.passwordState).toEqual({ password: 'locked', rules: 'ann,joe' });
});

test('entries of registries, in which empty lines are significant', () => {
  const file = '/var/lib/dpkg/alternatives/nc\0';

  const { entries } = parseFacts(
    printed({
      'alternative-groups': ['auto', '/bin/nc', '', '/bin/nc.openbsd', '50', '']
        .map((line) => file + line)
        .join('\n'),
      diversions: '/bin/sh\n/bin/sh.distrib\ndash',
    }),
  );

  expect(entries.map(({ name, value }) => `${name} ${value}`)).toEqual([
    '/bin/sh to /bin/sh.distrib, by dash',
    'nc auto, /bin/nc to nothing',
    'nc: /bin/nc.openbsd priority 50',
  ]);
});

test('a host without an init, packages or sockets has empty lists', () => {
  const { services, timers, packages, sockets } = parseFacts(printed({ passwd: '', mounts: '' }));

  expect({ services, timers, packages, sockets }).toEqual({
    services: [],
    timers: [],
    packages: [],
    sockets: [],
  });
});
