import type { Backfill, BackfillTicket } from '@uat/gatekeeper';
import { gatePolicy } from './gate-policy.ts';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';
import { writeJson } from '../../terminal/write-json.ts';
import { moment } from './gate-simulate.ts';

export interface BackfillCommandOptions {
  since?: string;
  dryRun?: boolean;
  policy?: string;
  json?: string;
}

/**
 * `uat gate backfill`: marks the tickets in progress for the service to judge; `--dry-run` shows the results instead.
 * Exit code 0 whatever the verdicts.
 * @throws UatError (configuration) without a database; LinearError
 */
export async function gateBackfill(options: BackfillCommandOptions, stop: StopSignals): Promise<number> {
  const { dryRun = false } = options;
  const policy = gatePolicy(options.policy);
  const since = options.since === undefined ? policy.since : moment(options.since, '--since');
  const { backfill, openInspection } = await import('@uat/gatekeeper');
  let soFar: Backfill | undefined;
  const exitCode = await untilStopped(stop, async () => {
    await using inspection = await openInspection({ environment: process.env, policy, signal: stop.signal });
    const onPage = (page: Backfill) => {
      soFar = page;
      process.stderr.write(`  tickets looked at: ${page.changed}, in work: ${page.inWork}\n`);
    };
    const done = await backfill(inspection, { since: Date.parse(since), dryRun, onPage });
    if (options.json !== undefined) writeJson(options.json, { schemaVersion: 1, since, dryRun, ...done });
    if (options.json !== '-') process.stdout.write(dryRun ? table(done) : marked(done, since));
    return 0;
  });
  if (stop.reason() !== undefined) {
    const sentence = dryRun ? 'Nothing was written' : `Marked so far: ${soFar?.due ?? 0}`;
    process.stderr.write(`Stopped. ${sentence}. It is safe to start it again.\n`);
  }
  return exitCode;
}

function marked({ inWork, due }: Backfill, since: string): string {
  return `Tickets in work that changed since ${since.slice(0, 10)}: ${inWork}. Marked for the gatekeeper to judge: ${due}; it judged the others after their change.\n`;
}

function table({ tickets }: Backfill): string {
  if (tickets.length === 0) return 'No ticket in work has changed since then.\n';
  const rows = tickets.map(({ ticket, verdict, missing, outlook }: BackfillTicket) => [
    ticket,
    verdict,
    missing.join(', ') || '–',
    outlook,
  ]);
  const all = [['ticket', 'verdict', 'missing', 'the gatekeeper'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const lines = all.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  return `${lines.join('\n')}\n`;
}
