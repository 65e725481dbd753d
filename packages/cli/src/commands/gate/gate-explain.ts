import { configurationError } from '@uat/core';
import { evaluate, explain } from '@uat/intent';
import { loadGateTicket, type TicketOptions } from './load-gate-ticket.ts';
import { gatePolicy } from './gate-policy.ts';
import type { StopSignals } from '../../terminal/stop-signals.ts';
import { untilStopped } from '../../terminal/until-stopped.ts';
import { writeJson } from '../../terminal/write-json.ts';

export interface ExplainOptions extends TicketOptions {
  policy?: string;
  json?: string;
}

/**
 * `uat gate explain ENG-123` or `--file FILE`: explains what the gate finds in a ticket, as if every rule were
 * enforced, and for a ticket in Linear what the service would do now. Exit code 0 pass or advise, 1 block.
 * @throws UatError (configuration) when ticket or policy cannot be read; LinearError
 */
export async function gateExplain(
  named: string | undefined,
  options: ExplainOptions,
  stop: StopSignals,
): Promise<number> {
  if (named !== undefined && options.ticket !== undefined && named !== options.ticket) {
    throw configurationError(`Name one ticket: ${named}, or --ticket ${options.ticket}.`);
  }
  const ticket = named ?? options.ticket;
  return await untilStopped(stop, async () => {
    const policy = gatePolicy(options.policy);
    const loaded = await loadGateTicket(
      { ...options, ...(ticket !== undefined && { ticket }) },
      policy,
      stop,
    );
    const { snapshot, outlook } = loaded;
    const result = evaluate(policy, snapshot, new Date().toISOString(), {
      ...loaded.options,
      asEnforced: true,
    });
    if (options.json !== undefined) {
      const { dod, success_criteria, mock_link, contract_link, milestone_in_text } = result.fields.fields;
      const { mocks = [], contracts = [] } = snapshot.attached ?? {};
      writeJson(options.json, {
        verdict: result.verdict,
        fields: {
          dod: dod.present,
          success_criteria: success_criteria.present,
          mock_link: mock_link.present || mocks.length > 0,
          contract_link: contract_link.present || contracts.length > 0,
          milestone_in_text: milestone_in_text.present,
        },
        reasons: result.reasons,
      });
    }
    if (options.json !== '-') {
      const now = outlook === undefined ? '' : `\n${outlook}\n`;
      process.stdout.write(`${explain(result, snapshot.attached)}${now}`);
    }
    return result.verdict === 'block' ? 1 : 0;
  });
}
