/** What a person can expect of a deployment: it is under way, it serves, it has ended or it has failed. */
export type Phase = 'starting' | 'serving' | 'stopped' | 'failed';

const phases: Record<string, Phase> = {
  DEPLOYED: 'serving',
  STOPPED: 'stopped',
  ERROR: 'failed',
  FAILED: 'failed',
  MUST_REDOWNLOAD: 'failed',
};

/** The phase of a deployment by its status. A status that is not known is one on the way. */
export function phaseOf({ status }: { status: string }): Phase {
  return phases[status] ?? 'starting';
}
