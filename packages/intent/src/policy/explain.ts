import { fieldNames } from '../ticket/ticket-fields.ts';
import type { Finding, GateResult } from './gate-result.ts';

const signs = { skipped: '–', passed: '✓', failed: '✗' } as const;
const verdicts = { pass: 'PASS', advise: 'PASS, with advice', block: 'BLOCK' } as const;

/** A result in words, as plain text: verdict, each rule and its reasons, and what was found for each field and where. */
export function explain(result: GateResult): string {
  const { verdict, tree, fields, reasons, watched } = result;
  const lines = [verdicts[verdict], `  ${tree.reason}`, '', 'Rules', ...tree.children.flatMap(ruleLines)];
  if (reasons.length > 0 && verdict !== 'pass')
    lines.push('', 'What to do', ...reasons.map((reason) => `  - ${reason}`));
  if (watched.length > 0) lines.push('', 'Only watched', ...watched.map((reason) => `  - ${reason}`));
  lines.push('', 'What was read');
  for (const name of fieldNames) {
    const { present, candidates, lookedFor } = fields.fields[name];
    lines.push(`  ${present ? '✓' : '·'} ${name}`);
    if (candidates.length === 0) lines.push(`      looked for ${lookedFor}: nothing found`);
    for (const { counts, quote, where, why } of candidates.slice(0, 6)) {
      lines.push(`      ${counts ? 'counts' : 'does not count'}: “${quote}” (${where}), ${why}`);
    }
    if (candidates.length > 6) lines.push(`      and ${candidates.length - 6} more`);
  }
  for (const sentence of fields.notRead) lines.push('', sentence);
  return `${lines.join('\n')}\n`;
}

function ruleLines({ name, status, reason, mode, asked }: Finding): string[] {
  const modeText = mode === asked ? mode : `${mode}, later ${asked}`;
  return [`  ${signs[status]} ${name}${mode === undefined ? '' : ` (${modeText})`}: ${reason}`];
}
