import { configurationError, jsonIn, readText } from '@uat/core';
import { shardPlan, type Unit } from '@uat/plan';
import { z } from 'zod';
import { wholeNumber } from '../options/whole-number.ts';
import { shardTable } from '../terminal/shard-table.ts';
import { writeJson } from '../terminal/write-json.ts';
import type { PlanOptions } from './plan-run.ts';

export interface PlanTimingsOptions extends PlanOptions {
  /** JSON file with the seconds of each unit. */
  timings: string;
}

/** More shards than any pipeline has: a mistyped number is refused instead of filling the memory. */
const mostShards = 10_000;

/** No unit takes thirty years; a larger number would not add up exactly. */
const mostSeconds = 1e9;

/**
 * `uat plan --timings FILE --shards N`: plans the units of any project by their durations, on one worker per shard,
 * without set-up or locks.
 * @throws UatError (configuration) for options that are about tests, and for a malformed file.
 */
export function planTimings(options: PlanTimingsOptions): number {
  const { timings, shards: written = '1', json } = options;
  assertAlone(options);
  const shards = wholeNumber('--shards', written, 1);
  if (shards > mostShards)
    throw configurationError(`--shards takes at most ${mostShards.toLocaleString('en')}, not '${written}'.`);
  const units = unitsIn(timings);
  const plan = shardPlan(units, { shards });
  const { makespan, lowerBound, balance } = plan;
  const answer = {
    shards: plan.shards.map(({ tests, seconds }) => ({ tests, seconds })),
    ...{ makespan, lowerBound, balance },
  };
  if (json !== undefined) writeJson(json, answer);
  if (json !== '-') process.stdout.write(`${table(answer, units.length).join('\n')}\n`);
  return 0;
}

function table(plan: Parameters<typeof shardTable>[0], units: number): string[] {
  const empty = plan.shards.filter(({ tests }) => tests.length === 0).length;
  return [
    '',
    ...shardTable(plan, { of: ['unit', 'units'], empty: 'empty' }),
    ...(empty === 0
      ? []
      : [
          `  ! ${empty} of ${plan.shards.length} shards ${empty === 1 ? 'is' : 'are'} empty: the file has fewer units (${units})`,
        ]),
    '',
  ];
}

/** Refuses options that select tests: the units are those of the file. */
function assertAlone({ areas = [], since, remaining, budget, grep, ticket, target }: PlanOptions): void {
  const selecting = { since, remaining, budget, grep, ticket, target };
  const given = [
    ...areas,
    ...Object.entries(selecting).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`])),
  ];
  if (given.length > 0)
    throw configurationError(
      `--timings plans the units of its file, all of them; leave out ${given.join(', ')}.`,
    );
}

const entriesSchema = z.array(z.tuple([z.string(), z.number().nonnegative().max(mostSeconds)]));

function unitsIn(file: string): Unit[] {
  const content = jsonIn(readText(file, 'timings file'));
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw configurationError(
      `The timings file ${file} must be a JSON object with the seconds of each unit, such as {"login": 12.5}.`,
    );
  // As entries, for a record would pass over a unit with the name __proto__.
  const entries = Object.entries(content);
  const parsed = entriesSchema.safeParse(entries);
  if (!parsed.success) {
    const [unit, seconds] = entries[Number(parsed.error.issues[0]?.path[0])] ?? [];
    throw configurationError(
      `The timings file ${file} has ${shown(seconds)} for '${unit}'; write its seconds, a number from 0 to ${mostSeconds.toLocaleString('en')}.`,
    );
  }
  if (parsed.data.length === 0)
    throw configurationError(`The timings file ${file} has no unit; there is nothing to plan.`);
  return parsed.data.map(([name, seconds]) => ({ name, seconds, area: 'units' }));
}

/** A value as it stands in the file; JSON has no word for a number that is too large. */
const shown = (value: unknown) => (typeof value === 'number' ? String(value) : JSON.stringify(value));
