import type { HostFacts, HostProcess } from '../facts/host-facts.ts';
import type { FileChange } from '../files/file-change.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { benign } from './benign.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { Allowance, Residue, ResidueKind, ResidueReport } from './residue.ts';

export interface Moments {
  before: HostFacts;
  after: HostFacts;
  /** Of the files, from before to after. */
  changes: readonly FileChange[];
}

/**
 * What is not as it was: files, users, groups, units, cron, sockets, processes, packages and mounts that were left
 * behind, that are gone or that differ. What `allowed` or the list of what always changes covers is set apart with its
 * reason.
 */
export function residueBetween(
  { before, after, changes }: Moments,
  allowed: readonly Allowance[] = [],
): ResidueReport {
  const all = [
    ...changes.map((change) => ofFile(change, before, after)),
    ...ofNames('user', users(before), users(after)),
    ...ofNames('group', groups(before), groups(after)),
    ...ofNames('service', services(before, after), services(after, after)),
    ...ofNames('timer', plain(before.timers), plain(after.timers)),
    ...ofNames('cron', plain(before.cron), plain(after.cron)),
    ...ofNames('socket', sockets(before), sockets(after)),
    ...ofNames('process', processes(before), processes(after)),
    ...ofNames('package', packages(before), packages(after)),
    ...ofNames('mount', mounts(before), mounts(after)),
  ];
  const rules = [...allowed, ...benign];
  const report: ResidueReport = { residue: [], allowed: [] };
  for (const residue of all) {
    const rule = rules.find((one) => covers(one, residue));
    if (rule === undefined) report.residue.push(residue);
    else report.allowed.push({ residue, reason: rule.reason });
  }
  return report;
}

function covers({ kind, pattern, how }: Allowance, residue: Residue): boolean {
  return (
    kind === residue.kind &&
    (how === undefined || how === residue.how) &&
    matchesPattern(residue.what, pattern)
  );
}

function ofFile(change: FileChange, before: HostFacts, after: HostFacts): Residue {
  const { path } = change;
  switch (change.kind) {
    case 'added':
      return {
        kind: 'file',
        how: 'left',
        what: path,
        sentence: `${path} was left (${shown(change.after, after)})`,
      };
    case 'removed':
      return {
        kind: 'file',
        how: 'lost',
        what: path,
        sentence: `${path} is gone (${shown(change.before, before)})`,
      };
    case 'content':
    case 'metadata':
      return {
        kind: 'file',
        how: 'changed',
        what: path,
        sentence: `${path} has another ${change.kind === 'content' ? 'content' : 'mode, owner or attribute'} (${shown(change.before, before)}; now ${shown(change.after, after)})`,
      };
    default:
      throw new Error(`no such change: ${JSON.stringify(change satisfies never)}`);
  }
}

/** `file 644 acme:acme, 12 bytes`; an id that nobody bears stays a number. */
function shown({ type, mode, uid, gid, size, target, xattrs }: FileEntry, facts: HostFacts): string {
  const user = facts.users.find((one) => one.uid === uid)?.name ?? String(uid);
  const group = facts.groups.find((one) => one.gid === gid)?.name ?? String(gid);
  const parts = [`${type} ${mode.toString(8)} ${user}:${group}`];
  if (type === 'file') parts.push(`${size} bytes`);
  if (target !== undefined) parts.push(`to ${target}`);
  if (xattrs.length > 0) parts.push(xattrs.map((xattr) => xattr.split('=')[0]).join(' '));
  return parts.join(', ');
}

/** A name, and what else is compared of the thing that bears it. */
type Named = Map<string, string>;

function ofNames(kind: ResidueKind, before: Named, after: Named): Residue[] {
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((what): Residue[] => {
    const [was, is] = [before.get(what), after.get(what)];
    if (was === is) return [];
    const detail = (text: string) => (text === '' ? '' : ` (${text})`);
    if (was === undefined)
      return [{ kind, how: 'left', what, sentence: `${kind} ${what} was left${detail(is ?? '')}` }];
    if (is === undefined)
      return [{ kind, how: 'lost', what, sentence: `${kind} ${what} is gone${detail(was)}` }];
    return [{ kind, how: 'changed', what, sentence: `${kind} ${what} was ${was} and is ${is}` }];
  });
}

const plain = (names: readonly string[]): Named => new Map(names.map((name) => [name, '']));

const users = ({ users: all }: HostFacts): Named =>
  new Map(all.map(({ name, uid, gid, home, shell }) => [name, `${uid}:${gid} ${home} ${shell}`]));

const groups = ({ groups: all }: HostFacts): Named =>
  new Map(all.map(({ name, gid, members }) => [name, [gid, ...members.toSorted()].join(' ')]));

/**
 * Whether it is enabled, and whether it failed and still does: that a service of the system starts, ends or recovers of
 * itself is no residue. One without a file that does not run is only a name that another unit mentions.
 */
function services({ services: all }: HostFacts, later: HostFacts): Named {
  const failed = new Set(later.services.filter(({ active }) => active === 'failed').map(({ name }) => name));
  return new Map(
    all
      .filter(({ enabled, active }) => enabled !== '' || active !== 'inactive')
      .map(({ name, enabled, active }) => [
        name,
        active === 'failed' && failed.has(name) ? `${enabled} failed`.trim() : enabled,
      ]),
  );
}

const sockets = ({ sockets: all }: HostFacts): Named =>
  new Map(all.map(({ protocol, address, port, process }) => [`${protocol} ${address}:${port}`, process]));

/** By what they run, since a process of the same service may be another one. */
const processes = ({ processes: all }: HostFacts): Named =>
  new Map(all.filter(isOfTheProduct).map(({ command, user }) => [command, user]));

/** The init's own helpers come and go. */
const isOfTheProduct = ({ command }: HostProcess) =>
  !/^(\(sd-pam\)|\(.*\)$|\/(usr\/)?lib\/systemd\/systemd(-\w+)?\b)/.test(command);

const packages = ({ packages: all }: HostFacts): Named =>
  new Map(all.map(({ family, name, version, state }) => [`${family} ${name}`, `${version} ${state}`]));

/** The init mounts what it needs when it needs it. */
const mounts = ({ mounts: all }: HostFacts): Named =>
  new Map(
    all
      .filter(({ path }) => !/^\/(proc|sys|dev|run)(\/|$)/.test(path))
      .map(({ path, type, source }) => [path, `${type} ${source}`]),
  );
