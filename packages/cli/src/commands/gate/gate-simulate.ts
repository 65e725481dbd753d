import { configurationError } from '@uat/core';
import { evaluate, explain } from '@uat/intent';
import { loadGateTicket } from './load-gate-ticket.ts';
import { gatePolicy } from './gate-policy.ts';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';
import { writeJson } from '../../terminal/write-json.ts';
import type { ExplainOptions } from './gate-explain.ts';

export interface SimulateOptions extends ExplainOptions {
  id?: string;
  team?: string;
  project?: string;
  milestone?: string;
  started?: string;
  at?: 'entry' | 'done';
  now?: string;
  cycle?: string[];
}

/**
 * `uat gate simulate`: evaluates a policy on a ticket or a draft of it, with the modes of a given time, without writing
 * anything. Exit code 0 pass or advise, 1 block.
 */
export async function gateSimulate(options: SimulateOptions, stop: StopSignals): Promise<number> {
  const { id, team, project, milestone, started, at, cycle } = options;
  return await untilStopped(stop, async () => {
    const policy = gatePolicy(options.policy);
    const now = options.now === undefined ? new Date().toISOString() : moment(options.now, '--now');
    const loaded = await loadGateTicket(options, policy, stop);
    const snapshot = {
      ...loaded.snapshot,
      ...(id !== undefined && { id }),
      ...(team !== undefined && { team }),
      ...(project !== undefined && { project }),
      ...(milestone !== undefined && { milestone }),
      ...(started !== undefined && { startedAt: moment(started, '--started') }),
    };
    const result = evaluate(policy, snapshot, now, {
      ...loaded.options,
      ...(at !== undefined && { at }),
      ...(cycle !== undefined && { cycles: cyclesIn(cycle) }),
    });
    if (options.json !== undefined) {
      const { verdict, work, reasons, watched, tree } = result;
      writeJson(options.json, { schemaVersion: 1, verdict, work, reasons, watched, tree });
    }
    if (options.json !== '-') process.stdout.write(explain(result, snapshot.attached));
    return result.verdict === 'block' ? 1 : 0;
  });
}

/** Parses the cycle starts of a command line. */
export function cyclesIn(written: readonly string[] = []): { startsAt: string }[] {
  return written.map((time) => ({ startsAt: moment(time, '--cycle') }));
}

/** Parses a time of the command line; gives it in ISO format. */
export function moment(written: string, option: string): string {
  const time = Date.parse(written);
  if (Number.isNaN(time))
    throw configurationError(`${option} ${written} is not a time; write 2026-12-08 or 2026-12-08T09:00:00Z.`);
  return new Date(time).toISOString();
}
