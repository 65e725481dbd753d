import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { configurationError } from '@uat/core';
import { parsePolicy, type Policy, policyChanges } from '@uat/intent';
import type { Clock } from '@uat/linear';
import type { PolicyState } from '../operator/operator-view.ts';
import { storeValue, storedValue } from '../store/stored-value.ts';
import type { Database } from '../store/open-database.ts';

/** The policy in force. */
export interface PolicySource {
  /** Reads the file again if the last read was some seconds ago. An invalid file changes nothing. */
  policy(): Promise<Policy>;
  state(): PolicyState;
}

/** How long a change of the file may go unnoticed. */
const freshMs = 5_000;

/**
 * Opens the policy file. While the file is invalid, or tightens a rule without a date, the last valid policy stays in
 * force, across restarts.
 * @throws UatError (configuration) when the file is invalid and no valid one was seen before.
 */
export async function openPolicy(
  file: string,
  { db, clock, onChange }: { db: Database; clock: Clock; onChange: () => Promise<void> },
): Promise<PolicySource> {
  let inForce = undefined as { text: string; policy: Policy; loadedAt: number } | undefined;
  let problems: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const stored = await storedValue(db, 'policy');
  const before = stored === undefined ? undefined : parsePolicy(stored);
  if (stored !== undefined && before?.kind === 'policy') {
    inForce = { text: stored, policy: before.policy, loadedAt: clock.now() };
  }

  const read = async () => {
    const text = await readFile(file, 'utf8').catch((error: Error) => error);
    if (text instanceof Error) {
      problems = [`${file} cannot be read: ${text.message}`];
      return;
    }
    if (text === inForce?.text) {
      problems = [];
      return;
    }
    const parsed = parsePolicy(text);
    problems =
      parsed.kind === 'problems'
        ? parsed.problems
        : inForce === undefined
          ? []
          : policyChanges(inForce.policy, parsed.policy);
    if (parsed.kind === 'problems' || problems.length > 0) return;
    const isFirst = inForce === undefined;
    inForce = { text, policy: parsed.policy, loadedAt: clock.now() };
    await storeValue(db, 'policy', text);
    if (!isFirst) await onChange();
  };
  const refresh = async () => {
    if (clock.now() - readAt < freshMs) return;
    reading ??= read().finally(() => {
      readAt = clock.now();
      reading = undefined;
    });
    await reading;
  };

  await refresh();
  if (inForce === undefined) {
    throw configurationError(
      `${file} is not a valid policy, and there is no earlier one:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  const current = () => inForce as NonNullable<typeof inForce>;
  return {
    async policy() {
      await refresh();
      return current().policy;
    },
    state: () => ({
      hash: createHash('sha256').update(current().text).digest('hex').slice(0, 12),
      loadedAt: current().loadedAt,
      problems,
    }),
  };
}
