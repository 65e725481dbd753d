import {
  type HostFacts,
  type HostPackage,
  type HostProcess,
  type PasswordState,
  registries,
  type Registry,
} from '../facts/host-facts.ts';
import { unqualified } from '../facts/unqualified.ts';
import { hasSameMetadata } from '../files/changes-between.ts';
import type { FileChange } from '../files/file-change.ts';
import type { FileEntry } from '../files/file-entry.ts';
import { benign } from './benign.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { Allowance, Residue, ResidueKind, ResidueReport } from './residue.ts';

export interface Moments {
  before: HostFacts;
  after: HostFacts;
  /** Changes of files, from before to after. */
  changes: readonly FileChange[];
}

/**
 * Lists what differs from before: files, users, groups, units, cron, sockets, processes, packages, mounts and registry
 * entries of dpkg, ucf and debconf that were left, lost or changed. Differences covered by `allowed` or the built-in
 * list of benign changes are set apart with their reason.
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
    ...ofNames('selection', selections(before), selections(after)),
    ...ofNames('mount', mounts(before), mounts(after)),
    ...registries.flatMap((registry) => ofRegistry(registry, before, after)),
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

function covers({ kind, pattern, how, contentOnly, owner }: Allowance, residue: Residue): boolean {
  const matches = (name: string) =>
    typeof pattern === 'string' ? matchesPattern(name, pattern) : pattern.test(name);
  return (
    kind === residue.kind &&
    (how === undefined || how === residue.how) &&
    !(contentOnly === true && residue.metadata === true) &&
    namesOf(residue.kind, residue.what).some(matches) &&
    (owner === undefined ||
      namesOf('package', residue.owner ?? '').some((name) => matchesPattern(name, owner)))
  );
}

/** A package also matches by its name without the architecture. */
const namesOf = (kind: ResidueKind, name: string) =>
  kind === 'package' || kind === 'selection' ? [name, unqualified(name)] : [name];

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
    case 'metadata': {
      const differs = [
        ...(change.kind === 'content' ? ['another content'] : []),
        ...(hasSameMetadata(change.before, change.after) ? [] : ['another mode, owner or attribute']),
      ];
      return {
        kind: 'file',
        how: 'changed',
        what: path,
        ...(hasSameMetadata(change.before, change.after) ? {} : { metadata: true }),
        sentence: `${path} has ${differs.join(' and ')} (${shown(change.before, before)}; now ${shown(change.after, after)})`,
      };
    }
    default:
      throw new Error(`no such change: ${JSON.stringify(change satisfies never)}`);
  }
}

/** `file 644 acme:acme, 12 bytes`; an id without a name stays a number. */
function shown({ type, mode, uid, gid, size, target, xattrs }: FileEntry, facts: HostFacts): string {
  const user = facts.users.find((one) => one.uid === uid)?.name ?? String(uid);
  const group = facts.groups.find((one) => one.gid === gid)?.name ?? String(gid);
  const parts = [`${type} ${mode.toString(8)} ${user}:${group}`];
  if (type === 'file') parts.push(`${size} bytes`);
  if (target !== undefined) parts.push(`to ${target}`);
  if (xattrs.length > 0) parts.push(xattrs.map((xattr) => xattr.split('=')[0]).join(' '));
  return parts.join(', ');
}

/** Compares things by name, and by a text of their other properties. */
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

const nouns: Record<Registry, string> = {
  diversion: 'diversion of',
  statoverride: 'statoverride of',
  alternative: 'alternative',
  trigger: 'interest in the trigger',
  ucf: 'entry of ucf for',
  debconf: 'entry of debconf for',
};

/** An entry is identified by its subject and owner: several packages may own one question. */
function ofRegistry(registry: Registry, before: HostFacts, after: HostFacts): Residue[] {
  const entries = ({ entries: all }: HostFacts) =>
    new Map(
      all
        .filter((one) => one.registry === registry)
        .map(({ name, owner = '', value }) => [`${name}\0${owner}`, value]),
    );
  return ofNames(registry, entries(before), entries(after)).map(({ what, sentence, ...rest }) => {
    const [name = '', owner = ''] = what.split('\0');
    return {
      ...rest,
      what: name,
      ...(owner === '' ? {} : { owner }),
      sentence: sentence.replace(`${registry} ${what}`, () => `${nouns[registry]} ${name}`),
    };
  });
}

const plain = (names: readonly string[]): Named => new Map(names.map((name) => [name, '']));

const users = ({ users: all }: HostFacts): Named =>
  new Map(
    all.map(({ name, uid, gid, home, shell, passwordState }) => [
      name,
      `${uid}:${gid} ${home} ${shell}${secret(passwordState, 'its password ages by')}`,
    ]),
  );

const groups = ({ groups: all }: HostFacts): Named =>
  new Map(
    all.map(({ name, gid, members, passwordState }) => [
      name,
      `${[gid, ...members.toSorted()].join(' ')}${secret(passwordState, 'administered by')}`,
    ]),
  );

/** How an account differs from one that is locked and has no rules of its own. */
function secret(passwordState: PasswordState | undefined, rules: string): string {
  if (passwordState === undefined) return '';
  const passwords = { locked: '', none: ', without a password', set: ', with a password' };
  // The rules that useradd(8) sets by default.
  const usual = ['', '::::', '0:99999:7::'].includes(passwordState.rules);
  return `${passwords[passwordState.password]}${usual ? '' : `, ${rules} ${passwordState.rules}`}`;
}

/**
 * Whether a service is enabled, and whether it newly failed: a system service that starts, ends or recovers by itself
 * is
 * not residue. One without a unit file that does not run is only mentioned by another unit.
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

/** By command line, since a restarted service runs in another process. */
const processes = ({ processes: all }: HostFacts): Named =>
  new Map(all.filter(isOfTheProduct).map(({ command, user }) => [command, user]));

/** The init's own helpers come and go. */
const isOfTheProduct = ({ command }: HostProcess) =>
  !/^(\(sd-pam\)|\(.*\)$|\/(usr\/)?lib\/systemd\/systemd(-\w+)?\b)/.test(command);

/** Several packages may share a name: rpm allows two architectures or versions. */
function packages({ packages: all }: HostFacts): Named {
  const named = Map.groupBy(all.filter(isThere), ({ family, name }) => `${family} ${name}`);
  return new Map([...named].map(([name, ones]) => [name, ones.map(shownPackage).toSorted().join(', ')]));
}

function shownPackage({ version, state, selection = 'install', auto = false }: HostPackage): string {
  const words = [version, state, selectionShown(state, selection), auto ? 'automatic' : ''];
  return words.filter((word) => word !== '').join(' ');
}

/** Empty where it follows from the state: an installed package is selected for installation, a removed one is not. */
function selectionShown(state: string, selection: string): string {
  const usual = state === 'config-files' ? ['install', 'deinstall'] : ['install'];
  return usual.includes(selection) ? '' : `to ${selection}`;
}

/** dpkg's selections for packages that are not installed. */
const selections = ({ packages: all }: HostFacts): Named =>
  new Map(
    all
      .filter((one) => !isThere(one))
      .map(({ family, name, selection = '' }) => [`${family} ${name}`, `to ${selection}`]),
  );

const isThere = ({ state }: HostPackage) => state !== 'not-installed';

/** The init mounts file systems on demand. */
const mounts = ({ mounts: all }: HostFacts): Named =>
  new Map(
    all
      .filter(({ path }) => !/^\/(proc|sys|dev|run)(\/|$)/.test(path))
      .map(({ path, type, source }) => [path, `${type} ${source}`]),
  );
