import type { Failure } from '../engine/instance/failure.ts';
import type { memoryNeed } from '../engine/instance/memory-need.ts';
import type { Slots } from '../engine/instance/slots.ts';
import type { Instance, InstanceOptions } from '../engine/instance/start-instance.ts';
import type { forwardToEngine } from './forward-to-engine.ts';
import type { DeploymentStatus, ModelDeployment, NewDeployment } from './model-deployment.ts';

/** The decisions about deployments. */
export interface ServingParts {
  /** Enters a deployment and begins to start it, behind the caller's back. */
  deploy(asked: NewDeployment): ModelDeployment;
  /** What the caller of `deploy` is told, and when. */
  accepted(deployment: ModelDeployment): Promise<{ status: number; body: string | boolean }>;
  /** Whether a node has this engine; undefined leaves the choice to the platform. */
  canRun(engine: string | undefined): boolean;
  /** The names of an environment that belong to the platform and are dropped. */
  reservedNames(env: Record<string, string | null>): string[];
  /** Takes a deployment from REQUESTED to DEPLOYED, or to the failure that kept it from there. */
  walk(id: string): Promise<void>;
  /** Places for starts: so many at once, the others wait. */
  starts: Slots;
  /** How to run a deployment. Throws an InstanceFailure when its file is not there. */
  instanceOptions(deployment: ModelDeployment): Promise<InstanceOptions>;
  startInstance(options: InstanceOptions): Promise<Instance>;
  /** Bytes that all engines may take together. */
  memoryBudget: number;
  /** Bytes that one more copy takes. */
  memoryNeed(asked: Pick<NewDeployment, 'memory'>, model: Parameters<typeof memoryNeed>[0]): number;
  enter(id: string, status: DeploymentStatus): void;
  fail(id: string, failure: Failure): Promise<void>;
  /** What becomes of a deployment when one of its engines ended: the others go on, and without others it fails. */
  lost(id: string, instanceId: string, failure: Failure): Promise<void>;
  /** A deployment as it is right now: its engines are asked. */
  current(deployment: ModelDeployment): Promise<ModelDeployment>;
  /** The deployments of a model that run or are about to. */
  activeOf(modelId: string): ModelDeployment[];
  /** Whether a model goes although it is deployed. */
  mayRemoveModel(force: boolean): boolean;
  /** Whether a deployment goes although it is active. */
  mayDelete(force: boolean): boolean;
  /** An engine of a deployment; undefined when none serves. */
  route(id: string): Instance | undefined;
  forward: typeof forwardToEngine;
  /** Bytes that a copy of what is asked would take. Throws a 409 when its file is not there. */
  estimate(asked: Omit<NewDeployment, 'ownerId'>): Promise<number>;
  /** Ends the processes of a deployment, or the one of an instance, as the kernel does; tells whether there was one. */
  kill(id: string, instanceId?: string): boolean;
  stop(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  logFile(id: string): string;
  /** What the engines of a deployment said, and why it failed. */
  logLines(id: string): Promise<string[]>;
  /** Starts what ran, or was about to, when the platform ended. */
  resume(): void;
  close(): Promise<void>;
}
