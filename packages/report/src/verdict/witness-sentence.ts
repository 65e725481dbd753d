import type { VerdictFailure } from '@uat/record';

/** The layer of a failure, its symptoms, and the evidence for its cause, in one sentence. */
export function witnessSentence({ layer, confidence, evidence, labels }: VerdictFailure): string {
  const symptoms = labels.length === 0 ? '' : `, ${labels.join(', ')}`;
  const because = evidence.length === 0 ? '' : `: ${evidence.join('; ')}`;
  return `${layer}${symptoms}, ${confidence} confidence${because}`;
}
