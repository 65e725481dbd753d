import type { Need } from './coverage.ts';
import type { Session } from './session.ts';

/** Why a test cannot be judged on a target: the first need that is missing, and a sentence. */
export interface Ineligibility {
  needs: Need;
  reason: string;
}

/** The first of a test's needs that the target does not meet; `undefined` when it can be judged here. */
export function ineligibility(needs: readonly Need[], target: Session['target']): Ineligibility | undefined {
  const missing = needs.find((need) => !meets(need, target));
  if (missing === undefined) return undefined;

  const [kind, name] = missing.split(':');
  return {
    needs: missing,
    reason:
      kind === 'grant'
        ? `target '${target.name}' does not grant ${name}`
        : `target '${target.name}' has no credentials for the role ${name}`,
  };
}

function meets(need: Need, target: Session['target']): boolean {
  return need.startsWith('grant:')
    ? target.grants.some((grant) => need === `grant:${grant}`)
    : Object.keys(target.roles).some((role) => need === `role:${role}`);
}
