import path from 'node:path';
import { configurationError, projectRoot } from '@uat/core';
import { parsePolicy, type Policy } from '@uat/intent';
import { readText } from './read-text.ts';

/**
 * The policy that is named, else that of GATE_POLICY, else that of the repository.
 * @throws UatError (configuration) with a sentence and a place for each thing that is wrong.
 */
export function gatePolicy(named: string | undefined): Policy {
  const file = named ?? (process.env['GATE_POLICY'] || path.join(projectRoot, 'gate.policy.yaml'));
  const parsed = parsePolicy(readText(file, 'policy'));
  if (parsed.kind === 'policy') return parsed.policy;
  throw configurationError(
    `${file} is not a valid policy:\n${parsed.problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}
