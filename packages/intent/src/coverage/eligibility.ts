import type { Requirement } from './coverage.ts';
import { engineProfileOf, type Session } from '@uat/config';

/** Why a test cannot be judged on a target: the first missing requirement, and a sentence. */
export interface Ineligibility {
  requires: Requirement;
  reason: string;
}

/**
 * The first requirement of a test that the target does not meet; `undefined` when the test can be judged. Requirements
 * on
 * a machine or a product are not the target's to meet.
 */
export function ineligibility(
  requires: readonly Requirement[],
  target: Session['target'],
): Ineligibility | undefined {
  const missing = requires.find(
    (requirement) => !/^(host|product):/.test(requirement) && !meets(requirement, target),
  );
  if (missing === undefined) return undefined;

  return { requires: missing, reason: reasonFor(missing, target.name) };
}

function meets(requirement: Requirement, target: Session['target']): boolean {
  const { grants, capabilities = [], roles } = target;
  const met = [
    ...grants.map((grant) => `grant:${grant}`),
    ...capabilities.map((capability) => `capability:${capability}`),
    ...Object.keys(roles).map((role) => `role:${role}`),
    ...Object.keys(engineProfileOf(target)).map((model) => `model:${model}`),
  ];
  return met.includes(requirement);
}

function reasonFor(requirement: Requirement, target: string): string {
  const [kind, name] = requirement.split(':');
  switch (kind) {
    case 'grant':
      return `target '${target}' does not grant ${name}`;
    case 'capability':
      return `target '${target}' lacks the capability ${name}`;
    case 'model':
      return `the engine of target '${target}' names no model ${name}`;
    default:
      return `target '${target}' has no credentials for the role ${name}`;
  }
}
