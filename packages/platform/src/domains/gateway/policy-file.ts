import { unwatchFile, watchFile } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { StartError } from '../../server/errors/start-error.ts';
import { inOneLine, parsePolicy, type PolicyProblem } from './parse-policy.ts';
import type { Policy } from './policy.ts';

/** The outcome of a change to the policy. */
export type PolicyChange =
  | { kind: 'reloaded'; file: string }
  | { kind: 'rejected'; file: string; problems: PolicyProblem[] };

/** The access policy of a platform: a file that an operator may edit while the platform runs. */
export interface PolicyFile {
  /** The last valid policy. */
  readonly current: Policy;
  /** Its text. */
  readonly text: string;
  /** When it was loaded, in ISO 8601. */
  readonly loadedAt: string;
  /** Replaces the policy, also in the file. Returns the problems of an invalid one. */
  replace(text: string): Promise<PolicyProblem[]>;
  /** Stops watching. */
  close(): void;
}

/** The policy that ships with the platform. */
export const defaultPolicyFile = fileURLToPath(new URL('policy.yaml', import.meta.url));

/** Interval in which the file is checked. Polling works on every file system and with every editor; events do not. */
export const pollMilliseconds = 250;

/**
 * Opens the policy in `dataDir`, created when it is missing, and follows its changes, which it reports to `onChange`.
 * Throws a StartError with the position when the file holds no valid policy.
 */
export async function openPolicyFile(
  dataDir: string,
  onChange: (change: PolicyChange) => void,
): Promise<PolicyFile> {
  const file = join(dataDir, 'policy.yaml');
  let present = await firstPolicy(file);
  let lastRead = present.text;
  let turns: Promise<unknown> = Promise.resolve();

  // A text that was read before a newer one was written must not replace it.
  function inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = turns.then(step);
    turns = turn.catch(() => undefined);
    return turn;
  }

  /** Applies a text after `keep` has stored it. */
  async function apply(text: string, keep = async () => {}): Promise<PolicyProblem[]> {
    const parsed = parsePolicy(text);
    if (parsed.kind === 'invalid') {
      onChange({ kind: 'rejected', file, problems: parsed.problems });
      return parsed.problems;
    }
    await keep();
    present = { policy: parsed.policy, text, loadedAt: new Date().toISOString() };
    onChange({ kind: 'reloaded', file });
    return [];
  }

  async function look(): Promise<void> {
    // A missing file changes nothing: an editor may be replacing it.
    const text = await readFile(file, 'utf8').catch(() => lastRead);
    if (text === lastRead) return;
    lastRead = text;
    await apply(text);
  }
  const onStat = () => void inTurn(look);
  watchFile(file, { interval: pollMilliseconds, persistent: false }, onStat);

  return {
    get current() {
      return present.policy;
    },
    get text() {
      return present.text;
    },
    get loadedAt() {
      return present.loadedAt;
    },
    replace: (text) =>
      inTurn(() =>
        apply(text, async () => {
          await writeWhole(file, text);
          lastRead = text;
        }),
      ),
    close: () => unwatchFile(file, onStat),
  };
}

async function firstPolicy(file: string) {
  const found = await readFile(file, 'utf8').catch(() => undefined);
  const text = found ?? (await readFile(defaultPolicyFile, 'utf8'));
  const parsed = parsePolicy(text);
  if (parsed.kind === 'invalid')
    throw new StartError(`The access policy ${file} is not valid: ${inOneLine(parsed.problems)}`);
  if (found === undefined) await writeWhole(file, text);
  return { policy: parsed.policy, text, loadedAt: new Date().toISOString() };
}

// Written atomically, so that no reader sees half a policy.
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
