/** The phase of a deployment: starting, serving, ended or failed. */
export type Phase = 'starting' | 'serving' | 'stopped' | 'failed';

const phases: Record<string, Phase> = {
  DEPLOYED: 'serving',
  STOPPED: 'stopped',
  ERROR: 'failed',
  FAILED: 'failed',
  MUST_REDOWNLOAD: 'failed',
};

/** The phase of a deployment by its status. An unknown status counts as starting. */
export function phaseOf({ status }: { status: string }): Phase {
  return phases[status] ?? 'starting';
}
