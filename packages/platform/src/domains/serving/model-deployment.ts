/** How far a deployment is, by the names the API has for it. */
export type DeploymentStatus =
  | 'REQUESTED'
  | 'DEPLOYING'
  | 'INITIALIZING'
  | 'DEPLOYED'
  | 'STOPPED'
  | 'FAILED'
  | 'MUST_REDOWNLOAD';

/** What somebody asked for. */
export interface NewDeployment {
  modelId: string;
  configId: string;
  /** The file to run; undefined when the platform chooses. */
  fileId: string | undefined;
  copies: number;
  slots: number | undefined;
  /** Bytes that the caller wants kept for it. */
  memory: number | undefined;
  /** Without the names that belong to the platform. */
  runtimeEnv: Record<string, string | null>;
  /** Names that were asked for and belong to the platform. */
  droppedEnv: string[];
  ownerId: string;
  /** The request's own words, for the fields that the platform only gives back. */
  asked: Record<string, unknown>;
}

/** A process that serves a deployment. */
export interface ModelInstance {
  id: string;
  pid: number;
  port: number;
  deployedAt: string;
}

/** A model that somebody had started. */
export interface ModelDeployment extends NewDeployment {
  id: string;
  status: DeploymentStatus;
  requestedAt: string;
  deployedAt: string | null;
  lastError: { code: string; message: string; at: string } | null;
  instances: ModelInstance[];
}

const active: ReadonlySet<DeploymentStatus> = new Set(['REQUESTED', 'DEPLOYING', 'INITIALIZING', 'DEPLOYED']);

/** Whether a deployment runs, or is about to. */
export function isActive({ status }: ModelDeployment): boolean {
  return active.has(status);
}
