import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { descendantsOf } from '@uat/core';
import { execa } from 'execa';
import { entriesIn } from './files/paths-below.ts';
import { isOfRunningProcess } from './host-name.ts';

/** The state of this machine that a run must leave as it found it, each part as comparable lines. */
export interface MachineState {
  mounts: string[];
  /** Cgroups at the top of each hierarchy, without the hosts of other running processes. */
  cgroups: string[];
  firewall: string[];
  /** TCP and UDP sockets that this process and its children listen on; other processes may open and close theirs. */
  ports: string[];
  users: string[];
}

/** Reads the current state of this machine. Parts that it does not have are empty. */
export async function machineState(): Promise<MachineState> {
  const mountinfo = linesOf('/proc/self/mountinfo');
  const hierarchies = mountinfo
    .filter((line) => / - cgroup2? /.test(line))
    .map((line) => line.split(' ')[4] ?? '');
  const rules = await Promise.all(
    [['iptables-save'], ['ip6tables-save'], ['nft', 'list', 'ruleset']].map(
      async ([command = '', ...args]) => {
        const { stdout } = await execa(command, args, { reject: false });
        // Dates and counters change by themselves.
        return (stdout ?? '').replaceAll(/^#.*$|\[\d+:\d+\]|packets \d+ bytes \d+/gm, '').split('\n');
      },
    ),
  );
  return {
    mounts: mountinfo.map((line) => line.split(' ').slice(3).join(' ')).toSorted(),
    cgroups: hierarchies
      .flatMap((folder) =>
        entriesIn(folder).filter((entry) => entry.isDirectory() && !isOfRunningProcess(entry.name)),
      )
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .toSorted(),
    firewall: rules.flat(),
    ports: [process.pid, ...descendantsOf(process.pid)].flatMap(listening).toSorted(),
    users: [...linesOf('/etc/passwd'), ...linesOf('/etc/group')],
  };
}

/** Describes what appeared on this machine and what disappeared, as sentences. */
export function machineDifferences(before: MachineState, after: MachineState): string[] {
  return (Object.keys(before) as (keyof MachineState)[]).flatMap((part) => {
    const [was, is] = [new Set(before[part]), new Set(after[part])];
    return [
      ...[...is.difference(was)].map((line) => `${part}: was left behind: ${line}`),
      ...[...was.difference(is)].map((line) => `${part}: is gone: ${line}`),
    ];
  });
}

/** Content of a file; empty if it does not exist, as on other systems or for a process that is gone. */
function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** `tcp 0100007F:1C03` for each socket that a process listens on, in the kernel's notation. */
function listening(pid: number): string[] {
  const own = new Set(socketsOf(pid));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    linesOf(`/proc/${pid}/net/${protocol}`)
      .map((line) => line.trim().split(/\s+/))
      // 0A is LISTEN and 07 an unconnected UDP socket: include/net/tcp_states.h of the kernel.
      .filter(([, , , state = '']) => state === (protocol.startsWith('tcp') ? '0A' : '07'))
      .filter((fields) => own.has(fields[9] ?? ''))
      .map(([, local]) => `${protocol} ${local}`),
  );
}

/** Inode numbers of the sockets that a process has open; none when it is gone. */
function socketsOf(pid: number): string[] {
  return entriesIn(`/proc/${pid}/fd`).flatMap(({ name }) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1] ?? [];
    } catch {
      // Closed since it was listed.
      return [];
    }
  });
}
