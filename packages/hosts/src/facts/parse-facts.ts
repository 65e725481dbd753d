import type {
  HostFacts,
  HostPackage,
  HostProcess,
  PasswordState,
  HostService,
  HostSocket,
} from './host-facts.ts';
import { registryEntries } from './registry-entries.ts';

/** Parses the output of facts.sh. A section that the host could not print is empty. */
export function parseFacts(text: string): HostFacts {
  const sections = new Map(
    text
      .split('\u001E')
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
  );
  const lines = (name: string) => (sections.get(name) ?? '').split('\n').filter((line) => line.trim() !== '');
  const fields = (name: string, separator: string) => lines(name).map((line) => line.split(separator));

  const units = unitsIn(sections.get('units') ?? '');
  const states = new Map(fields('unit-files', ' ').toReversed() as [string, string][]);
  const names = [...new Set([...units.keys(), ...states.keys()])].toSorted();
  const [ofUsers, ofGroups] = [passwordStates(lines('shadow')), passwordStates(lines('gshadow'))];

  return {
    users: fields('passwd', ':').map(([name = '', , uid, gid, , home = '', shell = '']) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
      home,
      shell,
      ...ofUsers(name),
    })),
    groups: fields('group', ':').map(([name = '', , gid, members = '']) => ({
      name,
      gid: Number(gid),
      members: members.split(',').filter(Boolean),
      ...ofGroups(name),
    })),
    services: names
      .filter((name) => name.endsWith('.service'))
      .map((name) => service(name, units.get(name) ?? {}, states.get(name))),
    timers: names.filter((name) => name.endsWith('.timer')),
    cron: lines('cron').map((file) => file.replace('/var/spool/cron/crontabs/', 'crontab:')),
    sockets: lines('sockets').flatMap((line) => socket(line) ?? []),
    processes: processes(lines('processes'), lines('self')[0] ?? ''),
    packages: [...debs(fields('deb', '\t'), lines('auto')), ...rpms(fields('rpm', '\t'))],
    // Empty lines are significant in some of them.
    entries: registryEntries((name) => (sections.get(name) ?? '').split('\n').slice(0, -1)),
    mounts: fields('mounts', ' ').map(([source = '', path = '', type = '']) => ({ path, type, source })),
  };
}

/** Password state by account, from `acme:locked:0:99999:7::`; nothing where only root could have read it. */
function passwordStates(lines: string[]): (name: string) => { passwordState?: PasswordState } {
  const known = new Map(
    lines.map((line) => {
      const [name = '', password = '', ...rules] = line.split(':');
      return [name, { password: password as PasswordState['password'], rules: rules.join(':') }] as const;
    }),
  );
  return (name) => {
    const passwordState = known.get(name);
    return passwordState === undefined ? {} : { passwordState };
  };
}

/**
 * Parses `libc6:amd64`, version, state and selection, and the names (`name` or `name:architecture`) that apt marked as
 * automatic.
 */
function debs(rows: string[][], marked: string[]): HostPackage[] {
  const auto = new Set(marked);
  return rows
    .map(([name = '', version = '', state = '', selection = '']): HostPackage => ({
      family: 'deb',
      name,
      version,
      state,
      ...(selection === '' ? {} : { selection }),
      ...(auto.has(name) ? { auto: true } : {}),
    }))
    .filter(({ state, selection }) => !(state === 'not-installed' && selection === 'unknown'));
}

function rpms(rows: string[][]): HostPackage[] {
  return rows.map(([name = '', version = '']) => ({ family: 'rpm', name, version, state: 'installed' }));
}

/** Parses `systemctl show`: a block of `Key=Value` lines per unit, separated by empty lines. */
function unitsIn(text: string): Map<string, Record<string, string>> {
  const blocks = text.split(/\n\n+/).map((block) =>
    Object.fromEntries(
      block
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
    ),
  );
  return new Map(
    blocks.flatMap((block) => (block['Id'] === undefined ? [] : [[block['Id'], block] as const])),
  );
}

function service(name: string, unit: Record<string, string>, enabled = ''): HostService {
  return {
    name,
    active: unit['ActiveState'] ?? 'inactive',
    sub: unit['SubState'] ?? 'dead',
    enabled,
    restarts: Number(unit['NRestarts'] ?? 0),
    mainPid: Number(unit['MainPID'] ?? 0),
    file: unit['FragmentPath'] ?? '',
    // systemd also answers “no” for a unit that was never started.
    unsuited: unit['ConditionResult'] === 'no' && Number(unit['ConditionTimestampMonotonic']) > 0,
  };
}

/** Parses a line of `ss -Hlntup`: `tcp LISTEN 0 4096 127.0.0.1:7171 0.0.0.0:* users:(("python3",pid=12,fd=3))`. */
function socket(line: string): HostSocket | undefined {
  const [protocol = '', , , , local = ''] = line.split(/\s+/);
  if (protocol !== 'tcp' && protocol !== 'udp') return undefined;
  const colon = local.lastIndexOf(':');
  const process = /users:\(\("([^"]+)"/.exec(line)?.[1] ?? '';
  return { protocol, address: local.slice(0, colon), port: Number(local.slice(colon + 1)), process };
}

/** All processes except the ones that read the facts: the shell, its children and the timeout above it. */
function processes(lines: string[], self: string): HostProcess[] {
  const readers = new Set(
    self
      .split(' ')
      .map(Number)
      .filter((pid) => pid > 1),
  );
  return lines
    .flatMap((line) => {
      const found = /^\s*(?<pid>\d+)\s+(?<parent>\d+)\s+(?<user>\S+)\s+(?<command>.*)$/.exec(line)?.groups;
      if (found === undefined) return [];
      const { pid, parent, user = '', command = '' } = found;
      return [{ pid: Number(pid), parent: Number(parent), user, command }];
    })
    .filter(({ pid, parent }) => !readers.has(pid) && !readers.has(parent));
}
