import { styleText } from 'node:util';
import { loadConfig } from '@uat/config';
import { projectRoot } from '@uat/core';
import type { PlannedTest } from '@uat/record';
import { requestedAreas, listTests } from '@uat/runner';
import type { SelectionOptions } from '../options/options.ts';
import { signalExitCode, type StopSignals } from '../terminal/stop-signals.ts';
import { writeJson } from '../terminal/write-json.ts';

/** `uat list [AREA…]`: prints the selected tests; exit code 4 when none is selected. */
export async function list(
  options: SelectionOptions & { json?: string },
  stop: StopSignals,
): Promise<number> {
  const config = await loadConfig(options.config);
  const tests = await listTests({
    root: projectRoot,
    config: options.config,
    selection: {
      projects: requestedAreas(options.areas ?? [], config),
      grep: options.grep,
      tickets: options.ticket ?? [],
      rest: options.rest ?? [],
    },
    stop: stop.signal,
  });
  const stopped = signalExitCode(stop);
  if (stopped !== undefined) return stopped;
  if (options.json === undefined) process.stdout.write(table(tests));
  else writeJson(options.json, { schemaVersion: 1, tests: tests.map(withoutDependency) });
  return tests.length === 0 ? 4 : 0;
}

/** A planned test as it is listed: `dependency` is always false here. */
function withoutDependency({
  dependency: _dependency,
  ...test
}: PlannedTest): Omit<PlannedTest, 'dependency'> {
  return test;
}

function table(tests: readonly PlannedTest[]): string {
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const groups = Map.groupBy(tests, ({ area, capability }) => `${area} › ${capability}`);
  const lines = [...groups].flatMap(([group, members]) => [
    group,
    ...members.map(
      ({ title, tickets, catches }) => `  ${title}  ${gray([...tickets, ...catches].join(' '))}`,
    ),
  ]);
  return `${[...lines, `${tests.length} ${tests.length === 1 ? 'test' : 'tests'}`].join('\n')}\n`;
}
