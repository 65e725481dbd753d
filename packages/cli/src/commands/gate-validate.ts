import { configurationError } from '@uat/config';
import { modeNow, policyChanges, strictFrom } from '@uat/intent';
import { gatePolicy } from '../gate-policy.ts';
import { writeJson } from '../write-json.ts';
import { cyclesIn } from './gate-simulate.ts';

/**
 * `uat gate validate [POLICY]`: checks a policy and says from when each rule holds.
 * @throws UatError (configuration) with a sentence and a place for each mistake.
 */
export function gateValidate(
  file: string | undefined,
  options: { before?: string; cycle?: string[]; json?: string },
): number {
  const policy = gatePolicy(file);
  const changes = options.before === undefined ? [] : policyChanges(gatePolicy(options.before), policy);
  if (changes.length > 0) throw configurationError(changes.join('\n'));
  const now = new Date().toISOString();
  const cycles = cyclesIn(options.cycle);
  const rules = policy.rules.map((rule) => ({
    id: rule.id,
    at: rule.at,
    mode: rule.mode,
    now: modeNow(rule, now, cycles),
    from: strictFrom(rule, cycles),
  }));
  if (options.json !== undefined) writeJson(options.json, { schemaVersion: 1, rules });
  if (options.json === '-') return 0;
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, at, mode, now: holds, from } of rules) {
    const text =
      holds === mode
        ? mode
        : `shadow; ${mode} from ${from.slice(0, 10)}, at the start of a cycle and not in the middle of one`;
    process.stdout.write(`  ${id.padEnd(width)}  at ${at.padEnd(5)}  ${text}\n`);
  }
  process.stdout.write(`The policy is valid: ${rules.length} rules.\n`);
  return 0;
}
