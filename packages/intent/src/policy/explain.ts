import { type FieldName, fieldNames } from '../ticket/ticket-fields.ts';
import type { Finding, GateResult } from './gate-result.ts';
import type { Snapshot } from './snapshot.ts';

const signs = { skipped: '–', passed: '✓', failed: '✗' } as const;
const verdicts = { pass: 'PASS', advise: 'PASS, with advice', block: 'BLOCK' } as const;

/**
 * Formats a result as plain text: verdict, each rule with its reasons, and what was found for each field and where.
 * @param attached titles of what is attached to the ticket
 */
export function explain(result: GateResult, attached: Snapshot['attached'] = {}): string {
  const { verdict, tree, fields, reasons, watched } = result;
  const lines = [verdicts[verdict], `  ${tree.reason}`, '', 'Rules', ...tree.children.flatMap(ruleLines)];
  if (reasons.length > 0 && verdict !== 'pass')
    lines.push('', 'What to do', ...reasons.map((reason) => `  - ${reason}`));
  if (watched.length > 0) lines.push('', 'Only watched', ...watched.map((reason) => `  - ${reason}`));
  lines.push('', 'What was read');
  for (const name of fieldNames) {
    const { present, candidates, lookedFor } = fields.fields[name];
    const beside = besideText(name, attached);
    lines.push(`  ${present || beside.length > 0 ? '✓' : '·'} ${name}`);
    lines.push(...beside.map((what) => `      counts: ${what}, attached`));
    if (candidates.length + beside.length === 0) lines.push(`      looked for ${lookedFor}: nothing found`);
    for (const { counts, quote, where, why } of candidates.slice(0, 6)) {
      lines.push(`      ${counts ? 'counts' : 'does not count'}: “${quote}” (${where}), ${why}`);
    }
    if (candidates.length > 6) lines.push(`      and ${candidates.length - 6} more`);
  }
  for (const sentence of fields.notRead) lines.push('', sentence);
  return `${lines.join('\n')}\n`;
}

function besideText(
  name: FieldName,
  { mocks = [], contracts = [], designNote = false, signOff }: NonNullable<Snapshot['attached']>,
): string[] {
  switch (name) {
    case 'mock_link':
      return mocks.map(({ url }) => url);
    case 'contract_link':
      return contracts.map(({ url }) => url);
    case 'design_note':
      return designNote ? ['a document'] : [];
    case 'sign_off':
      return signOff === undefined ? [] : [`“${signOff.quote}” of ${signOff.by}`];
    default:
      return [];
  }
}

function ruleLines({ name, status, reason, mode, asked }: Finding): string[] {
  const modeText = mode === asked ? mode : `${mode}, later ${asked}`;
  return [`  ${signs[status]} ${name}${mode === undefined ? '' : ` (${modeText})`}: ${reason}`];
}
