import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { infrastructureError, UatError } from '@uat/core';
import { withoutCommands, writeOutputs } from '@uat/github';
import { runId, runSession } from '@uat/runner';
import { readPlan } from '@uat/runner/plan';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { authorityFile, givenAreas, givenOptions, type RunUat } from './stage-options.ts';

/** Inputs of the stage, as written; an empty one is not given. */
export interface GithubPlanOptions {
  areas: string;
  target?: string;
  grant?: string;
  lane?: string;
  shards?: string;
  since?: string;
  budget?: string;
  out: string;
}

/**
 * `uat github plan --out DIR`: writes the plan to `DIR/plan.json` and the shards to the outputs of the step. When there
 * is no plan, `DIR` is a run folder whose verdict reports that. The exit code is that of `uat plan`.
 */
export async function githubPlan(
  options: GithubPlanOptions,
  { uat, stop, env }: { uat: RunUat; stop: StopSignals; env: NodeJS.ProcessEnv },
): Promise<number> {
  const { areas, out, target, lane, ...others } = options;
  const file = path.join(out, 'plan.json');
  const artifacts = `uat-${runId(new Date())}`;
  mkdirSync(out, { recursive: true });
  let refused: UatError | undefined;
  let exitCode: number;
  try {
    using authority = authorityFile(env);
    const inputs = givenOptions({ target, lane, ...others, ca: authority.path, json: file });
    exitCode = await withoutCommands(async () => uat(['plan', ...givenAreas(areas), ...inputs]), env);
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    process.stderr.write(`uat: ${error.message}\n`);
    refused = error;
    exitCode = error.exitCode;
  }
  if (exitCode === 0) {
    const { hash, shards } = readPlan(file);
    const numbers = JSON.stringify(shards.map((_shard, at) => at + 1));
    writeOutputs({ artifacts, hash, shards: numbers, width: String(shards.length) }, env);
    return 0;
  }

  rmSync(file, { force: true });
  const isEmpty = exitCode === 4;
  if (!isEmpty && stop.reason() === undefined)
    refused ??= infrastructureError(`The run could not be planned (exit code ${exitCode}).`);
  const request = {
    ...{ out, aside: true, areas: areas.split(/\s+/).filter(Boolean) },
    ...(target ? { target } : {}),
    ...(lane ? { lane } : {}),
    ...(isEmpty ? { only: [] } : {}),
  };
  await runSession(request, stop.signal, { refused });
  writeOutputs({ artifacts }, env);
  return exitCode;
}
