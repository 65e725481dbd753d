import type { Policy, Rule } from './policy-schema.ts';

/**
 * What is wrong about the way from one policy to the next, as sentences: a rule that was added or changed must say so
 * in `changed`, because that day decides how long it only watches.
 */
export function policyChanges(before: Policy, after: Policy): string[] {
  return after.rules.flatMap((rule) => {
    const old = before.rules.find(({ id }) => id === rule.id);
    if (old === undefined || meaning(old) === meaning(rule) || rule.changed > old.changed) return [];
    return [
      `The rule '${rule.id}' was changed and still says changed: ${rule.changed}. Write the day of the change, so that it runs in shadow first.`,
    ];
  });
}

/** Only the mode being relaxed, or the wording of the fix, asks nothing new of anybody. */
function meaning({ at, when, require, mode }: Rule): string {
  return JSON.stringify([at, when, require, mode === 'off' || mode === 'shadow' ? 'watching' : mode]);
}
