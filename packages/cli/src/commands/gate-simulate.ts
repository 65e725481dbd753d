import { configurationError } from '@uat/config';
import { evaluate, explain } from '@uat/intent';
import { gatePolicy } from '../gate-policy.ts';
import { readText } from '../read-text.ts';
import { writeJson } from '../write-json.ts';
import { type ExplainOptions, labelsIn } from './gate-explain.ts';

export interface SimulateOptions extends ExplainOptions {
  id: string;
  team?: string;
  project?: string;
  milestone?: string;
  started?: string;
  at: 'entry' | 'done';
  now?: string;
  cycle?: string[];
}

/**
 * `uat gate simulate`: a policy on a ticket as somebody wants to write it, with the modes that hold at a moment; writes
 * nothing anywhere. Exit 0 pass or advise, 1 block.
 */
export function gateSimulate(options: SimulateOptions): number {
  const { id, team, project, milestone, started } = options;
  const policy = gatePolicy(options.policy);
  const snapshot = {
    id,
    description: readText(options.file, 'ticket'),
    labels: labelsIn(options.labels),
    ...(team === undefined ? {} : { team }),
    ...(project === undefined ? {} : { project }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(started === undefined ? {} : { startedAt: moment(started, '--started') }),
  };
  const now = options.now === undefined ? new Date().toISOString() : moment(options.now, '--now');
  const result = evaluate(policy, snapshot, now, { at: options.at, cycles: cyclesIn(options.cycle) });
  if (options.json !== undefined) {
    const { verdict, work, reasons, watched, tree } = result;
    writeJson(options.json, { schemaVersion: 1, verdict, work, reasons, watched, tree });
  }
  if (options.json !== '-') process.stdout.write(explain(result));
  return result.verdict === 'block' ? 1 : 0;
}

/** Starts of cycles, as given on the command line. */
export function cyclesIn(written: readonly string[] = []): { startsAt: string }[] {
  return written.map((time) => ({ startsAt: moment(time, '--cycle') }));
}

function moment(written: string, option: string): string {
  const time = Date.parse(written);
  if (Number.isNaN(time))
    throw configurationError(`${option} ${written} is no time; write 2026-12-08 or 2026-12-08T09:00:00Z.`);
  return new Date(time).toISOString();
}
