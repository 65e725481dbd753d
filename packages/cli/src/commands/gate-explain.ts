import { configurationError } from '@uat/core';
import { evaluate, explain } from '@uat/intent';
import { askedTicket, type TicketOptions } from '../asked-ticket.ts';
import { gatePolicy } from '../gate-policy.ts';
import type { StopSignals } from '../stop-signals.ts';
import { untilStopped } from '../until-stopped.ts';
import { writeJson } from '../write-json.ts';

export interface ExplainOptions extends TicketOptions {
  policy?: string;
  json?: string;
}

/**
 * `uat gate explain ENG-123` or `--file FILE`: what the gate finds in a ticket, answered as `enforce` would; and of a
 * ticket in Linear, what the service would do now. Exit 0 pass or advise, 1 block.
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
    const asked = await askedTicket({ ...options, ...(ticket !== undefined && { ticket }) }, policy, stop);
    const { snapshot, how, outlook } = asked;
    const result = evaluate(policy, snapshot, new Date().toISOString(), { ...how, asEnforced: true });
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
