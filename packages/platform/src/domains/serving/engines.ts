import type { Instance } from '../engine/instance/start-instance.ts';

/** The processes of a deployment that starts or runs. */
export interface RunningDeployment {
  /** Aborts the start. */
  stop: AbortController;
  instances: { id: string; instance: Instance }[];
  /** Resolves when the start has succeeded, failed or been aborted. */
  finished: Promise<void>;
}

/** Engines of all deployments, and the memory that they may take. */
export interface Engines {
  running: Map<string, RunningDeployment>;
  /** Bytes by deployment; kept until its processes have ended. */
  reserved: Map<string, number>;
}
