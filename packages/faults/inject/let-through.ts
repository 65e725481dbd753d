import type { Parts } from '../parts.ts';
import type { PolicyQuestion } from '../gateway/policy.ts';

/** Lets requests pass that the policy denies, and leaves it as it is for all others. */
export function letThrough(parts: Parts, these: (question: PolicyQuestion) => boolean): void {
  const { decide } = parts;
  parts.decide = (question) => (these(question) ? { allow: true } : decide(question));
}
