import type { HostFacts, HostProcess, HostService, HostSocket } from './host-facts.ts';

/** Facts from what facts.sh printed. A section that the host could not print is empty. */
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
  const packages = (family: 'deb' | 'rpm') =>
    fields(family, '\t').map(([name = '', version = '', state = 'installed']) => ({
      family,
      name,
      version,
      state,
    }));

  return {
    users: fields('passwd', ':').map(([name = '', , uid, gid, , home = '', shell = '']) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
      home,
      shell,
    })),
    groups: fields('group', ':').map(([name = '', , gid, members = '']) => ({
      name,
      gid: Number(gid),
      members: members.split(',').filter(Boolean),
    })),
    services: names
      .filter((name) => name.endsWith('.service'))
      .map((name) => service(name, units.get(name) ?? {}, states.get(name))),
    timers: names.filter((name) => name.endsWith('.timer')),
    cron: lines('cron').map((file) => file.replace('/var/spool/cron/crontabs/', 'crontab:')),
    sockets: lines('sockets').flatMap((line) => socket(line) ?? []),
    processes: processes(lines('processes'), lines('self')[0] ?? ''),
    packages: [...packages('deb'), ...packages('rpm')],
    mounts: fields('mounts', ' ').map(([source = '', path = '', type = '']) => ({ path, type, source })),
  };
}

/** `systemctl show`: a block of `Key=Value` per unit, with an empty line between two. */
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
    // Of a unit that was never to start, systemd says no as well.
    unsuited: unit['ConditionResult'] === 'no' && Number(unit['ConditionTimestampMonotonic']) > 0,
  };
}

/** A line of `ss -Hlntup`: `tcp LISTEN 0 4096 127.0.0.1:7171 0.0.0.0:* users:(("python3",pid=12,fd=3))`. */
function socket(line: string): HostSocket | undefined {
  const [protocol = '', , , , local = ''] = line.split(/\s+/);
  if (protocol !== 'tcp' && protocol !== 'udp') return undefined;
  const colon = local.lastIndexOf(':');
  const process = /users:\(\("([^"]+)"/.exec(line)?.[1] ?? '';
  return { protocol, address: local.slice(0, colon), port: Number(local.slice(colon + 1)), process };
}

/** Without those that read the facts: the shell, what it started and the clock above it. */
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
