import { ownerProblems, parseOwners, parsePolicy, policyChanges } from '@uat/intent';
import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** The content of a file, or why it could not be read. */
export type ReadFile = { readonly text: string } | { readonly problem: string };

/**
 * Checks whether a service would accept the policy.
 * @param stored the policy that a running service has in force, if there is one
 */
export function checkPolicy(file: ReadFile, stored: string | undefined): GateCheck {
  const check = 'policy';
  if ('problem' in file) return failed(check, file.problem, 'set GATE_POLICY to the path of the file');
  const parsed = parsePolicy(file.text);
  if (parsed.kind === 'problems') {
    const found = parsed.problems.join(' ');
    return failed(check, found, 'fix it; until then the last valid policy stays in force');
  }
  const rules = `${parsed.policy.rules.length} rules, since ${parsed.policy.since}`;
  const before = stored === undefined ? undefined : parsePolicy(stored);
  if (before?.kind !== 'policy') return ok(check, rules);
  const changes = policyChanges(before.policy, parsed.policy);
  if (changes.length === 0) return ok(check, rules);
  return failed(check, changes.join(' '), 'date the change; until then the previous policy stays in force');
}

/**
 * Checks whether a service would accept the owners file, and whether it matches the suites.
 * @param suites capabilities by area
 */
export function checkOwners(file: ReadFile, suites: Readonly<Record<string, readonly string[]>>): GateCheck {
  const check = 'owners';
  if ('problem' in file) return failed(check, file.problem, 'set GATE_OWNERS to the path of the file');
  const parsed = parseOwners(file.text);
  if (parsed.kind === 'problems') return failed(check, parsed.problems.join(' '), 'fix it');
  const problems = ownerProblems(parsed.owners, suites);
  if (problems.length > 0) return missing(check, problems.join(' '), 'fix it');
  return ok(check, Object.keys(parsed.owners.areas).join(', '));
}
