import { styleText } from 'node:util';
import { earlierRuns } from '@uat/history';
import { runsRoot } from '@uat/runner';
import { writeJson } from '../terminal/write-json.ts';

/** `uat runs`: lists the runs that are kept, the newest first. */
export function runs(options: { config?: string; json?: string }): number {
  const found = earlierRuns(runsRoot(options)).map(({ verdict }) => verdict);
  if (options.json !== undefined) {
    writeJson(options.json, { schemaVersion: 1, runs: found });
    return 0;
  }
  const gray = (text: string) => styleText('gray', text, { stream: process.stdout });
  const lines = found.map(({ runId, kind, areas, target, counts, seconds }) => {
    const red = counts.failed > 0 ? `, ${counts.failed} failed` : '';
    return `  ${runId}  ${kind.padEnd(14)}  ${counts.passed} passed${red}  ${gray(`${areas.join(' ')} on ${target.name}, ${seconds} s`)}\n`;
  });
  process.stdout.write(
    lines.length === 0 ? '  There is no run yet; start one with pnpm uat.\n' : lines.join(''),
  );
  return 0;
}
