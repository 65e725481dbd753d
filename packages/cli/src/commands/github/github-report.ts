import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '@uat/config';
import { infrastructureError } from '@uat/core';
import {
  annotate,
  annotationsOn,
  sortedFailures,
  withoutCommands,
  writeOutputs,
  writeSummary,
} from '@uat/github';
import { nightlyGaps } from '@uat/history';
import { type PinnedPlan, unrunRecord } from '@uat/plan';
import { beginRecord, fold, judgeRun, readRecord, recordEvent, type RunState } from '@uat/record';
import { prose, writeVerdict } from '@uat/report';
import { type JudgedRun, makeRunFolder, runId, runSession, runsRoot } from '@uat/runner';
import { showRun } from '../../terminal/show-run.ts';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { mergedRun } from '../merge.ts';
import { type ArrivedParts, arrivedParts } from './arrived-parts.ts';
import { shardTable } from './shard-table.ts';

export interface GithubReportOptions {
  /** Folder into which the artifacts of the stage were downloaded. */
  from: string;
  out: string;
}

/**
 * `uat github report --from DIR --out DIR`: merges the shards that arrived, generates the report, and writes job summary,
 * annotations and outputs. There is a verdict whatever arrived; the exit code is the verdict's.
 */
export async function githubReport(
  { from, out }: GithubReportOptions,
  { stop, env }: { stop: StopSignals; env: NodeJS.ProcessEnv },
): Promise<number> {
  const parts = arrivedParts(from);
  for (const problem of parts.problems) process.stderr.write(`  ${problem}\n`);
  const judged = await judgedRun(parts, out, stop);
  const { folder, state, verdict } = judged;
  await withoutCommands(async () => showRun(judged, {}), env);
  annotate(annotationsOn(state, verdict, sortedFailures(verdict)));

  const gaps =
    verdict.lane === 'nightly'
      ? nightlyGaps(state, verdict, Object.keys((await loadConfig(undefined)).areas))
      : undefined;
  const shards = parts.shards.map((shard) => fold(readRecord(shard)));
  writeSummary(summaryOf(folder, parts.plan, shards, gaps), env);
  writeOutputs(
    {
      ...{ kind: verdict.kind, 'exit-code': String(verdict.exitCode) },
      counts: JSON.stringify(verdict.counts),
      artifact: `uat-${verdict.runId}`,
      'full-nightly': String(gaps?.length === 0),
    },
    env,
  );
  return verdict.exitCode;
}

/** The run that the parts add up to, with a verdict that names what is missing. */
async function judgedRun(parts: ArrivedParts, out: string, stop: StopSignals): Promise<JudgedRun> {
  const { plan, shards, refused, problems } = parts;
  if (shards.length > 0) return mergedRun(shards, out);
  if (plan !== undefined) {
    const [id, now] = [runId(new Date()), new Date().toISOString()];
    const { header, events } = unrunRecord(plan, { runId: id, startedAt: now });
    const folder = makeRunFolder(runsRoot({}), id, out, { aside: true });
    beginRecord(folder, header);
    recordEvent(folder, ...events);
    return judgedIn(folder);
  }
  if (refused !== undefined) {
    const folder = makeRunFolder(runsRoot({}), runId(new Date()), out, { aside: true });
    for (const name of ['run.json', 'events.ndjson'])
      cpSync(path.join(refused, name), path.join(folder, name));
    return judgedIn(folder);
  }
  const why = problems.length === 0 ? '' : ` ${problems.join(' ')}`;
  const nothing = infrastructureError(`Neither a plan nor the record of a shard arrived.${why}`);
  return runSession({ out, aside: true }, stop.signal, { refused: nothing });
}

async function judgedIn(folder: string): Promise<JudgedRun> {
  const { state, verdict } = await judgeRun(folder);
  writeVerdict(folder, state, verdict);
  return { folder, state, verdict };
}

function summaryOf(
  folder: string,
  plan: PinnedPlan | undefined,
  shards: readonly RunState[],
  gaps: readonly string[] | undefined,
): string {
  const summary = readFileSync(path.join(folder, 'summary.md'), 'utf8');
  const nightly =
    gaps === undefined || gaps.length === 0
      ? []
      : ['### Not a full nightly run', '', ...gaps.map((gap) => `- ${prose(gap)}`), ''];
  return [summary, ...nightly, ...(plan === undefined ? [] : shardTable(plan, shards))].join('\n');
}
