import path from 'node:path';
import { grants, hostDrivers, loadConfig, targetNames } from '@uat/config';
import { projectRoot, UatError } from '@uat/core';
import { readTestIds } from '@uat/record';
import { cataloguedFaults } from '@uat/faults';
import { requestedAreas, knownProfiles, listTests, runsRoot } from '@uat/runner';
import type { Completion, KnownValues } from './completions.ts';
import { storedRuns } from '@uat/history';

export interface CompletionValuesOptions {
  /** Value of `--config` on the command line, if any. */
  config: string | undefined;
  signal: AbortSignal;
}

/** The known values on this machine: areas, targets, tickets, runs. None when the config is invalid. */
export function completionValues({ config, signal }: CompletionValuesOptions): KnownValues {
  const known: Record<string, () => Promise<Completion[] | 'files'>> = {
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
      const selection = { projects: requestedAreas([], await loadConfig(config)) };
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
    files: async () => 'files',
    async test() {
      const { root, suites } = await loadConfig(config);
      return readTestIds(path.resolve(root, suites)).tests.map(bare);
    },
    async run() {
      return storedRuns(runsRoot(config === undefined ? {} : { config })).map(
        ({ verdict: { runId, kind } }) => ({ value: runId, description: kind }),
      );
    },
  };
  return async (name) => {
    try {
      return Object.hasOwn(known, name) ? ((await known[name]?.()) ?? []) : [];
    } catch (error) {
      // The command itself will report the error when it runs.
      if (error instanceof UatError) return [];
      throw error;
    }
  };
}

async function faults(): Promise<Completion[]> {
  return cataloguedFaults().map(({ id, sentence }) => ({ value: id, description: sentence }));
}

const bare = (value: string): Completion => ({ value, description: '' });
