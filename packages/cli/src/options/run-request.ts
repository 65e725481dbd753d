import { readFileSync } from 'node:fs';
import { configurationError } from '@uat/core';
import { type RunRequest, runRequestSchema } from '@uat/record';
import { z } from 'zod';
import { shardIn, shardRequest } from '@uat/runner/plan';
import type { RunOptions } from './options.ts';
import { wholeNumber } from './whole-number.ts';

/**
 * The run request of a command line.
 * @throws UatError (configuration) for a malformed number or request file.
 */
export function runRequest(options: RunOptions, env: NodeJS.ProcessEnv = process.env): RunRequest {
  if (options.request !== undefined) return requestIn(options.request, options);
  const { workers, maxFailures, rest = [], plan, shard } = options;
  if (plan === undefined && shard !== undefined)
    throw configurationError(
      `--shard ${shard} needs a plan: make one with pnpm uat plan --shards N --json FILE, and name it with --plan FILE.`,
    );
  if (plan !== undefined && rest.length > 0)
    throw configurationError(`--plan decides which tests run; leave out ${rest.join(' ')}.`);
  const given = lenientRequest(options, env);
  return {
    ...(plan === undefined
      ? given
      : shardRequest(given, plan, shard === undefined ? undefined : shardIn(shard))),
    ...(workers === undefined ? {} : { workers: wholeNumber('--workers', workers, 1) }),
    ...(maxFailures === undefined ? {} : { maxFailures: wholeNumber('--max-failures', maxFailures, 0) }),
    ...(rest.length === 0 ? {} : { playwright: rest }),
  };
}

/** The run request without the options that may be malformed. */
export function lenientRequest(options: RunOptions, env: NodeJS.ProcessEnv = process.env): RunRequest {
  const { areas = [], grant: grants, ticket = [], fault = [] } = options;
  const { ca, config, lane, grep, artifact, previous, profile, driver } = options;
  const { timeout, headed, ui, out, aside } = options;
  const target = options.target ?? (env['UAT_TARGET'] || undefined);
  const given = {
    ...{ target, grants, ca, config, lane, grep, artifact, previous, profile, driver },
    ...{ timeout, headed, ui, out, aside },
    areas: areas.length === 0 ? undefined : areas,
    tickets: ticket.length === 0 ? undefined : ticket,
    faults: fault.length === 0 ? undefined : fault,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Reads a request file as `spawnSession` writes it; other options are refused. */
function requestIn(file: string, options: RunOptions): RunRequest {
  const { request: _request, report: _report, open: _open, rest = [], areas = [], ...others } = options;
  const surplus = [...areas, ...Object.keys(others), ...rest];
  if (surplus.length > 0)
    throw configurationError(
      `--request ${file} replaces all other options; leave out ${surplus.join(', ')}.`,
    );
  const request = runRequestSchema.safeParse(jsonIn(file));
  if (request.success) return request.data;
  throw configurationError(`${file} is not a request for a run: ${z.prettifyError(request.error)}`);
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw configurationError(`The request ${file} cannot be read: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}
