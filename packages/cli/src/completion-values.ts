import { grants, hostDrivers, loadConfig, targetNames } from '@uat/config';
import { projectRoot, UatError } from '@uat/core';
import { cataloguedFaults } from '@uat/faults';
import { areaNames, knownProfiles, listTests, runsRoot } from '@uat/runner';
import type { Completion, KnownValues } from './completions.ts';
import { earlierRuns } from './earlier-runs.ts';

export interface CompletionValuesOptions {
  /** `--config`, when it stands on the command line that is being written. */
  config: string | undefined;
  signal: AbortSignal;
}

/** What there is to choose from on this machine: areas, targets, tickets, runs. Nothing where a config is broken. */
export function completionValues({ config, signal }: CompletionValuesOptions): KnownValues {
  const known: Record<string, () => Promise<Completion[]>> = {
    async areas() {
      const { areas } = await loadConfig(config);
      return Object.entries(areas).map(([value, { title }]) => ({ value, description: title }));
    },
    async target() {
      return targetNames(await loadConfig(config)).map(bare);
    },
    async grant() {
      return [...grants, 'all'].map(bare);
    },
    async ticket() {
      const projects = areaNames([], await loadConfig(config));
      const selection = { projects, tickets: [], headed: false, ui: false, rest: [] };
      const tests = await listTests({ root: projectRoot, config, selection, stop: signal });
      const tickets = tests.flatMap((test) => test.tickets.map((ticket) => ({ ticket, title: test.title })));
      return [...Map.groupBy(tickets, ({ ticket }) => ticket)]
        .map(([value, [first]]) => ({ value, description: first?.title ?? '' }))
        .toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
    },
    async profile() {
      const profiles = await knownProfiles(await loadConfig(config));
      return profiles.map(({ name, profile }) => ({ value: name, description: profile.title }));
    },
    async driver() {
      return hostDrivers.map(bare);
    },
    fault: faults,
    async run() {
      return earlierRuns(runsRoot(config === undefined ? {} : { config })).map(
        ({ verdict: { runId, kind } }) => ({ value: runId, description: kind }),
      );
    },
  };
  return async (name) => {
    try {
      return Object.hasOwn(known, name) ? ((await known[name]?.()) ?? []) : [];
    } catch (error) {
      // Somebody is in the middle of a line: `uat` will say what is wrong when it is sent.
      if (error instanceof UatError) return [];
      throw error;
    }
  };
}

async function faults(): Promise<Completion[]> {
  return cataloguedFaults().map(({ id, sentence }) => ({ value: id, description: sentence }));
}

const bare = (value: string): Completion => ({ value, description: '' });
