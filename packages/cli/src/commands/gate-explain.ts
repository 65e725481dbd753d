import { evaluate, explain } from '@uat/intent';
import { gatePolicy } from '../gate-policy.ts';
import { readText } from '../read-text.ts';
import { writeJson } from '../write-json.ts';

export interface ExplainOptions {
  file: string;
  labels?: string;
  policy?: string;
  json?: string;
}

/**
 * `uat gate explain --file FILE`: what the gate finds in a ticket, answered as `enforce` would. Exit 0 pass or advise,
 * 1 block.
 * @throws UatError (configuration) when ticket or policy cannot be read.
 */
export function gateExplain(options: ExplainOptions): number {
  const policy = gatePolicy(options.policy);
  const description = readText(options.file, 'ticket');
  const snapshot = { id: options.file, description, labels: labelsIn(options.labels) };
  const result = evaluate(policy, snapshot, new Date().toISOString(), { asEnforced: true });
  if (options.json !== undefined) {
    const { dod, success_criteria, mock_link, contract_link, milestone_in_text } = result.fields.fields;
    writeJson(options.json, {
      verdict: result.verdict,
      fields: {
        dod: dod.present,
        success_criteria: success_criteria.present,
        mock_link: mock_link.present,
        contract_link: contract_link.present,
        milestone_in_text: milestone_in_text.present,
      },
      reasons: result.reasons,
    });
  }
  if (options.json !== '-') process.stdout.write(explain(result));
  return result.verdict === 'block' ? 1 : 0;
}

/** `a, b` as labels. */
export function labelsIn(written = ''): string[] {
  return written
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
