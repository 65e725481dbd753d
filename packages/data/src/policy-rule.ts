import type { Kamiwaza, PolicyRule } from '@uat/sdk';

/** Inserts a rule before the others, on a line of its own. */
export async function addPolicyRule(admin: Kamiwaza, { path, methods, roles }: PolicyRule): Promise<void> {
  const { yaml } = await admin.policy.get();
  const line = `  - ${JSON.stringify({ path, methods, roles })}`;
  const changed = yaml.replace(/^endpoints: *$/m, (heading) => `${heading}\n${line}`);
  if (changed === yaml) throw new Error('the policy has no list of endpoints to add a rule to');
  await admin.policy.set(changed);
}

/** Removes the rules for this path and keeps the rest of the current policy, comments included. */
export async function removePolicyRule(admin: Kamiwaza, path: string): Promise<void> {
  const { yaml } = await admin.policy.get();
  const lines = yaml.split('\n');
  const rest = lines.filter((line) => !line.includes(JSON.stringify(path)));
  if (rest.length < lines.length) await admin.policy.set(rest.join('\n'));
}
