/** Status of a deployment, as in the API. */
export type DeploymentStatus =
  | 'REQUESTED'
  | 'DEPLOYING'
  | 'INITIALIZING'
  | 'DEPLOYED'
  | 'STOPPED'
  | 'FAILED'
  | 'MUST_REDOWNLOAD';

/** A requested deployment. */
export interface NewDeployment {
  modelId: string;
  configId: string;
  /** The file to run; undefined when the platform chooses. */
  fileId: string | undefined;
  copies: number;
  slots: number | undefined;
  /** Bytes that the caller wants to reserve. */
  memory: number | undefined;
  /** Environment variables, without those that belong to the platform. */
  runtimeEnv: Record<string, string | null>;
  /** Requested names that belong to the platform. */
  droppedEnv: string[];
  ownerId: string;
  /** The request, for fields that the platform only returns. */
  asked: Record<string, unknown>;
}

/** A process that serves a deployment. */
export interface ModelInstance {
  id: string;
  pid: number;
  port: number;
  deployedAt: string;
}

/** A deployment of a model. */
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
