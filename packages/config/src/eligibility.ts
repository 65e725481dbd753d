import type { Need } from './coverage.ts';
import { engineProfileOf } from './engine-profile.ts';
import type { Session } from './session.ts';

/** Why a test cannot be judged on a target: the first need that is missing, and a sentence. */
export interface Ineligibility {
  needs: Need;
  reason: string;
}

/**
 * The first of a test's needs that the target does not meet; `undefined` when it can be judged here. What it needs of a
 * machine or of a product is not the target's to meet.
 */
export function ineligibility(needs: readonly Need[], target: Session['target']): Ineligibility | undefined {
  const missing = needs.find((need) => !/^(host|product):/.test(need) && !meets(need, target));
  if (missing === undefined) return undefined;

  return { needs: missing, reason: reasonFor(missing, target.name) };
}

function meets(need: Need, target: Session['target']): boolean {
  const { grants, offers = [], roles } = target;
  const met = [
    ...grants.map((grant) => `grant:${grant}`),
    ...offers.map((offer) => `offer:${offer}`),
    ...Object.keys(roles).map((role) => `role:${role}`),
    ...Object.keys(engineProfileOf(target)).map((model) => `model:${model}`),
  ];
  return met.includes(need);
}

function reasonFor(need: Need, target: string): string {
  const [kind, name] = need.split(':');
  switch (kind) {
    case 'grant':
      return `target '${target}' does not grant ${name}`;
    case 'offer':
      return `target '${target}' does not offer ${name}`;
    case 'model':
      return `the engine of target '${target}' names no model ${name}`;
    default:
      return `target '${target}' has no credentials for the role ${name}`;
  }
}
