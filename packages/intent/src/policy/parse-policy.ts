import { didYouMean } from '@uat/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { modes, type Policy, policySchema } from './policy-schema.ts';

export type ParsedPolicy =
  | { kind: 'policy'; policy: Policy }
  /** Sentences with positions: `line 12, rules › 0 › mode: …`. The caller keeps the last valid policy. */
  | { kind: 'problems'; problems: string[] };

const knownKeys = [
  'version',
  'since',
  'work',
  'rules',
  'exempt',
  'overrides',
  'interface',
  'contract',
  'other',
  'labels',
  'projects',
  'id',
  'at',
  'when',
  'teams',
  'require',
  'mode',
  'fix',
  'changed',
  'shadow_until',
  'authors',
  'bots',
  'ticket',
  'who',
  'why',
  'until',
  'any',
  'all',
  'grace',
  'sign_off',
  'surrogate_days',
  'dri_days',
];

/** Parses a policy. Each problem is a sentence with its position. */
export function parsePolicy(written: string): ParsedPolicy {
  const counter = new LineCounter();
  const document = parseDocument(written, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      kind: 'problems',
      problems: document.errors.map(
        (error) => `line ${counter.linePos(error.pos[0]).line}: ${error.message}`,
      ),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return { kind: 'problems', problems: [`line 1: ${(error as Error).message}`] };
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return { kind: 'policy', policy: parsed.data };
  return { kind: 'problems', problems: parsed.error.issues.map(sentence) };

  function sentence(issue: z.core.$ZodIssue): string {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    const place = path.map(String).join(' › ');
    return `line ${lineOf(path)}${place === '' ? '' : `, ${place}`}: ${whatIsWrong(issue, unknown)}`;
  }

  function whatIsWrong(issue: z.core.$ZodIssue, unknown: string | undefined): string {
    if (unknown !== undefined) return `there is no setting '${unknown}'.${didYouMean(unknown, knownKeys)}`;
    const found = at(value, issue.path);
    if (issue.path.at(-1) === 'mode') {
      return `'${String(found)}' is not a mode; use ${modes.join(', ')}.${didYouMean(String(found), modes)}`;
    }
    if (issue.code === 'invalid_value') {
      const allowed = issue.values.map(String);
      return `'${String(found)}' is not allowed here; use ${allowed.join(', ')}.${didYouMean(String(found), allowed)}`;
    }
    if (found === undefined) return 'it is missing.';
    return `${issue.message}.`;
  }

  /** The line of the nearest existing node, so that a missing setting points to where it belongs. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range != null) return counter.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found;
}
