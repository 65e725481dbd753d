import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

import { policySchema, type Policy } from './policy.ts';

/** A problem in a policy, with line and column from 1. */
export interface PolicyProblem {
  line: number;
  column: number;
  message: string;
}

/** A policy, or the problems of an invalid one. */
export type ParsedPolicy =
  | { kind: 'policy'; policy: Policy }
  | { kind: 'invalid'; problems: PolicyProblem[] };

/** Parses a policy in YAML, or in JSON, which YAML includes. */
export function parsePolicy(text: string): ParsedPolicy {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problemAt(lines, pos[0], message.split(' at line ')[0] ?? message),
    );
    return { kind: 'invalid', problems };
  }
  const result = policySchema.safeParse(valueOf(document));
  if (result.success) return { kind: 'policy', policy: result.data };
  const problems = result.error.issues.map(({ path, message }) =>
    problemAt(lines, offsetOf(document, path), `${path.map(String).join('.') || 'the policy'}: ${message}`),
  );
  return { kind: 'invalid', problems };
}

/** The problems in one line: `3:5 what; 9:1 what else`. */
export function inOneLine(problems: readonly PolicyProblem[]): string {
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('; ');
}

function problemAt(lines: LineCounter, offset: number, message: string): PolicyProblem {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), message };
}

// The parser refuses exponentially expanding aliases when it resolves them.
function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

// The position of the value, or of its closest existing parent.
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
