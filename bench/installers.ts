import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixturePackages, type ReleaseFolder } from '@uat/artifacts';
import { cataloguedFaults, loadFaults, type PackageFault } from '@uat/faults';
import { baseRoot, chrootDriver, overlayDriver } from '@uat/hosts';
import { packedPlatform } from '@uat/platform/release';
import { $ } from 'zx';
import type { Figure } from './figure.ts';
import { piupartsCycle } from './piuparts-cycle.ts';
import { type Cycle, removalCycle } from './removal-cycle.ts';
import { median } from './timing.ts';

const rounds = 3;
/** Capabilities in which piuparts can find a fault; some faults need data or an upgrade, which a plain cycle lacks. */
const capabilities = new Set(['residue', 'removal', 'ownership']);
const hosts = [
  { name: 'booted', host: 'a clean, booted host' },
  { name: 'bare', host: 'a clean host without an init' },
] as const;
const env = { ACME_AGENT_ACCEPT_LICENSE: 'yes', KAMIWAZA_ACCEPT_LICENSE: 'yes' };

/**
 * Installation, removal, purge and search for residue, of the fixture package and of the real one: on our hosts, booted
 * and without an init, and by piuparts on the same root, in rounds of alternating order (our hosts call dpkg, piuparts
 * apt). Then the findings of all three for each fault of removal or ownership.
 */
export async function installers(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const driver = overlayDriver({ log: say });
  const { root } = await baseRoot({ log: say });
  const scratch = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  try {
    // piuparts makes hard links, which would change the root that our hosts start from.
    const copy = path.join(scratch, 'root');
    await $`cp -a ${root} ${copy}`;
    const withoutInit = chrootDriver({ log: say });
    const cycles = {
      booted: (file: string) => removalCycle(driver, file, env),
      bare: (file: string) => removalCycle(withoutInit, file, env),
      piuparts: (file: string) => piupartsCycle(copy, scratch, file, env),
    };
    const packageWith = async (fault?: PackageFault) => {
      const folder = path.join(scratch, fault?.id ?? 'clean');
      return debOf(await fixturePackages({ folder, change: fault?.install }));
    };

    const timesFaster = async (file: string) => {
      const seconds = { booted: [] as number[], bare: [] as number[], piuparts: [] as number[] };
      const turns = ['booted', 'bare', 'piuparts'] as const;
      for (let turn = 0; turn < rounds; turn += 1) {
        for (const name of turn % 2 === 0 ? turns : turns.toReversed()) {
          const cycle = await cycles[name](file);
          const residue = findings(cycle);
          if (residue.length > 0) throw new Error(`The clean package has findings: ${residue.join('; ')}`);
          seconds[name].push(cycle.seconds);
        }
        const taken = turns.map((name) => `${name} ${seconds[name][turn]?.toFixed(1)} s`);
        say(`  ${path.basename(file)} ${turn + 1}/${rounds}: ${taken.join(', ')}`);
      }
      const ratio = (mine: readonly number[]) =>
        `${median(seconds.piuparts.map((peer, turn) => peer / (mine[turn] ?? Number.NaN))).toFixed(1)} × faster`;
      return { booted: ratio(seconds.booted), bare: ratio(seconds.bare) };
    };

    const ofFixture = await timesFaster(await packageWith());
    const ofPlatform = await timesFaster(debOf(await packedPlatform({ say })));
    const faults = await removalFaults();
    const found = { booted: 0, bare: 0, piuparts: 0 };
    const onlyByPiuparts = { booted: 0, bare: 0 };
    for (const fault of faults) {
      const { id } = fault;
      const file = await packageWith(fault);
      const peer = await cycles.piuparts(file);
      found.piuparts += findings(peer).length > 0 ? 1 : 0;
      for (const { name } of hosts) {
        const mine = await cycles[name](file);
        const missed = missedBy(mine, peer);
        found[name] += findings(mine).length > 0 ? 1 : 0;
        onlyByPiuparts[name] += missed.length;
        say(
          `  ${id}, ${name}: hosts only: ${shortList(missedBy(peer, mine))}; piuparts only: ${shortList(missed)}`,
        );
      }
    }
    return hosts.flatMap(({ name, host }) => [
      ...[
        { what: 'the fixture package', figure: ofFixture[name] },
        { what: 'the embedded platform', figure: ofPlatform[name] },
      ].map(({ what, figure }) => ({
        what: `install (dpkg), remove, purge and search for residue of ${what} on ${host}`,
        against: 'piuparts, on an existing root, without an init, by apt',
        ...{ figure, aim: '≥ 5 ×, better 10 ×' },
      })),
      {
        what: `of the ${faults.length} faults of removal and ownership, on ${host}`,
        against: `piuparts: ${found.piuparts}`,
        figure: `${found[name]} found; ${onlyByPiuparts[name]} findings by piuparts alone`,
        aim: 'none by piuparts alone',
      },
    ]);
  } finally {
    await rm(scratch, { recursive: true });
  }
}

function debOf({ current }: ReleaseFolder): string {
  if (current.deb === undefined) throw new Error('No .deb was written: dpkg-deb is missing on this machine.');
  return current.deb;
}

const findings = ({ files, others }: Cycle): string[] => [...files, ...others];

/** Findings of `other` that `one` missed; where both report trouble beside files, they may word it differently. */
function missedBy(one: Cycle, other: Cycle): string[] {
  const files = [...other.files].filter((file) => !one.files.has(file));
  return [...files, ...(one.others.length > 0 ? [] : other.others)];
}

const shortList = (missed: string[]) =>
  missed.length === 0
    ? 'nothing'
    : missed.slice(0, 3).join(', ') + (missed.length > 3 ? ` and ${missed.length - 3} more` : '');

/** The faults that are about removal or ownership. */
async function removalFaults(): Promise<PackageFault[]> {
  const chosen = cataloguedFaults().filter(({ capability }) => capabilities.has(capability));
  const faults = await loadFaults(chosen.map(({ id }) => id));
  return faults.filter((fault) => fault.layer === 'package');
}
