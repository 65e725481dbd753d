import { ownerProblems, parseOwners, parsePolicy, policyChanges } from '@uat/intent';
import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** A file as it was read, or why it could not be. */
export type ReadFile = { readonly text: string } | { readonly problem: string };

/**
 * Whether a service would take the policy.
 * @param stored the policy that a running service has in force, where there is one
 */
export function checkPolicy(file: ReadFile, stored: string | undefined): GateCheck {
  const check = 'policy';
  if ('problem' in file) return failed(check, file.problem, 'name the file in GATE_POLICY');
  const parsed = parsePolicy(file.text);
  if (parsed.kind === 'problems') {
    const found = parsed.problems.join(' ');
    return failed(check, found, 'correct it; until then the last good policy stays in force');
  }
  const rules = `${parsed.policy.rules.length} rules, since ${parsed.policy.since}`;
  const before = stored === undefined ? undefined : parsePolicy(stored);
  if (before?.kind !== 'policy') return ok(check, rules);
  const changes = policyChanges(before.policy, parsed.policy);
  if (changes.length === 0) return ok(check, rules);
  return failed(check, changes.join(' '), 'date the change; until then the policy before it stays in force');
}

/**
 * Whether a service would take the owners, and whether they fit the suites.
 * @param suites capabilities by area
 */
export function checkOwners(file: ReadFile, suites: Readonly<Record<string, readonly string[]>>): GateCheck {
  const check = 'owners';
  if ('problem' in file) return failed(check, file.problem, 'name the file in GATE_OWNERS');
  const parsed = parseOwners(file.text);
  if (parsed.kind === 'problems') return failed(check, parsed.problems.join(' '), 'correct it');
  const problems = ownerProblems(parsed.owners, suites);
  if (problems.length > 0) return missing(check, problems.join(' '), 'correct it');
  return ok(check, Object.keys(parsed.owners.areas).join(', '));
}
