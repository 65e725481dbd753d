import path from 'node:path';
import { configurationError, projectRoot, readText } from '@uat/core';
import { parsePolicy, type Policy } from '@uat/intent';

/**
 * Loads the gate policy: the one named, else that of GATE_POLICY, else the repository's.
 * @throws UatError (configuration) with the place of each mistake.
 */
export function gatePolicy(named: string | undefined): Policy {
  const file = named ?? (process.env['GATE_POLICY'] || path.join(projectRoot, 'gate.policy.yaml'));
  const parsed = parsePolicy(readText(file, 'policy'));
  if (parsed.kind === 'policy') return parsed.policy;
  throw configurationError(
    `${file} is not a valid policy:\n${parsed.problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}
