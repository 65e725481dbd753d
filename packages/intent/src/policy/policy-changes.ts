import type { Policy, Rule } from './policy-schema.ts';

/**
 * Problems of a change from one policy to the next, as sentences: a rule that was added or changed must update
 * `changed`,
 * which decides how long it runs in shadow.
 */
export function policyChanges(before: Policy, after: Policy): string[] {
  return after.rules.flatMap((rule) => {
    const old = before.rules.find(({ id }) => id === rule.id);
    if (old === undefined || meaning(old) === meaning(rule) || rule.changed > old.changed) return [];
    return [
      `The rule '${rule.id}' was changed but still says changed: ${rule.changed}. Set it to the day of the change, so that it runs in shadow first.`,
    ];
  });
}

/** Relaxing the mode or rewording the fix demands nothing new of anybody. */
function meaning({ at, when, require, mode }: Rule): string {
  return JSON.stringify([at, when, require, mode === 'off' || mode === 'shadow' ? 'watching' : mode]);
}
