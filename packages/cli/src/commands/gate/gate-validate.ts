import path from 'node:path';
import { configurationError, projectRoot, readText } from '@uat/core';
import { modeNow, ownerProblems, parseOwners, policyChanges, strictFrom } from '@uat/intent';
import { gatePolicy } from './gate-policy.ts';
import { suiteCapabilities } from './suite-capabilities.ts';
import { writeJson } from '../../terminal/write-json.ts';
import { cyclesIn } from './gate-simulate.ts';

export interface ValidateOptions {
  before?: string;
  cycle?: string[];
  owners?: string;
  json?: string;
}

/**
 * `uat gate validate [POLICY]`: checks a policy, prints when each rule takes effect, and checks owners.yaml against the
 * suites.
 * @throws UatError (configuration) with a sentence and a place for each mistake.
 */
export function gateValidate(file: string | undefined, options: ValidateOptions): number {
  const policy = gatePolicy(file);
  const changes = options.before === undefined ? [] : policyChanges(gatePolicy(options.before), policy);
  if (changes.length > 0) throw configurationError(changes.join('\n'));
  const areas = validatedOwners(options.owners);
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
  process.stdout.write(
    `The policy is valid: ${rules.length} rules. The owners fit the suites: ${areas} areas.\n`,
  );
  return 0;
}

/**
 * Validates the owners file: the one named, else that of GATE_OWNERS, else the repository's. Gives its number of areas.
 */
function validatedOwners(named: string | undefined): number {
  const file = named ?? (process.env['GATE_OWNERS'] || path.join(projectRoot, 'owners.yaml'));
  const parsed = parseOwners(readText(file, 'owners file'));
  const problems =
    parsed.kind === 'problems' ? parsed.problems : ownerProblems(parsed.owners, suiteCapabilities());
  if (problems.length > 0 || parsed.kind === 'problems') {
    throw configurationError(
      `${file} is not valid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  return Object.keys(parsed.owners.areas).length;
}
