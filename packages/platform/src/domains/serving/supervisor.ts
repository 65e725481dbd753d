import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Foundation } from '../../foundation.ts';
import type { Failure } from '../engine/instance/failure.ts';
import type { Instance } from '../engine/instance/start-instance.ts';
import { linesIn, writeLine } from './engine-log.ts';
import type { Engines } from './engines.ts';
import { unanswered } from './failures.ts';
import { type DeploymentStatus, isActive, type ModelDeployment } from './model-deployment.ts';

/** Health, logs and end of deployments and their engines. */
export interface Supervisor {
  setStatus(id: string, status: DeploymentStatus): void;
  fail(id: string, failure: Failure): Promise<void>;
  /** Handles the end of an engine: the others go on, and a deployment without any fails. */
  instanceLost(id: string, instanceId: string, failure: Failure): Promise<void>;
  /** The current state of a deployment, after a health check of its engines. */
  current(deployment: ModelDeployment): Promise<ModelDeployment>;
  /** The deployments of a model that run or are about to. */
  activeOf(modelId: string): ModelDeployment[];
  /** Kills the processes of a deployment, or one instance, and returns whether there was any. */
  kill(id: string, instanceId?: string): boolean;
  stop(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  logFile(id: string): string;
  /** Output of the engines of a deployment, and why it failed. */
  logLines(id: string): Promise<string[]>;
  close(): Promise<void>;
}

const healthMilliseconds = 2_000;

/** Creates the supervisor of `engines`. */
export function createSupervisor(
  { store, log, folder }: Pick<Foundation, 'store' | 'log' | 'folder'>,
  services: { serving: Supervisor },
  { running, reserved }: Engines,
): Supervisor {
  const { deployments } = store;

  const change = (id: string, changes: Partial<ModelDeployment>) => {
    const deployment = deployments.byId(id);
    if (deployment) deployments.save({ ...deployment, ...changes });
  };

  // Ends the processes of a deployment, including those that are starting.
  const end = async (id: string) => {
    const work = running.get(id);
    if (!work) return;
    work.stop.abort(new Error('The deployment is stopped.'));
    running.delete(id);
    await work.finished;
    await Promise.all(work.instances.map(({ instance }) => instance.stop()));
    reserved.delete(id);
  };

  return {
    setStatus(id, status) {
      const now = new Date().toISOString();
      const instances = (running.get(id)?.instances ?? []).map(({ id: instanceId, instance }) => ({
        id: instanceId,
        pid: instance.pid,
        port: Number(new URL(instance.url).port),
        deployedAt: now,
      }));
      change(id, { status, instances, ...(status === 'DEPLOYED' && { deployedAt: now, lastError: null }) });
    },
    async fail(id, { code, message }) {
      const work = running.get(id);
      running.delete(id);
      reserved.delete(id);
      work?.stop.abort(new Error(message));
      const at = new Date().toISOString();
      // In one tick, so that the status is never seen without its reason.
      writeLine(services.serving.logFile(id), `ERROR ${code}: ${message}`);
      log.write({ level: 'warn', event: 'DEPLOYMENT_FAILED', message: `${id}: ${code}: ${message}` });
      change(id, {
        status: code === 'MUST_REDOWNLOAD' ? 'MUST_REDOWNLOAD' : 'FAILED',
        lastError: { code, message, at },
        instances: [],
      });
      await Promise.all(work?.instances.map(({ instance }) => instance.stop()) ?? []);
    },
    async instanceLost(id, instanceId, failure) {
      const { serving } = services;
      const work = running.get(id);
      if (!work?.instances.some((one) => one.id === instanceId)) return;
      const left = work.instances.filter((one) => one.id !== instanceId);
      if (left.length === 0) {
        await serving.fail(id, failure);
        return;
      }
      reserved.set(id, ((reserved.get(id) ?? 0) / work.instances.length) * left.length);
      work.instances = left;
      writeLine(serving.logFile(id), `WARN A copy is gone, ${left.length} serve: ${failure.message}`);
      const shown = deployments.byId(id)?.instances ?? [];
      change(id, { instances: shown.filter((one) => one.id !== instanceId) });
    },
    async current(deployment) {
      const work = running.get(deployment.id);
      for (const { id, instance } of work?.instances ?? []) {
        if (await isHealthy(instance)) continue;
        // An engine that does not answer has ended, or hangs; the caller must not wait for a hanging one.
        const failure = await Promise.race([instance.ended, setTimeout(healthMilliseconds, unanswered)]);
        if (!failure || running.get(deployment.id) !== work) continue;
        await services.serving.instanceLost(deployment.id, id, failure);
        await instance.stop();
      }
      return deployments.byId(deployment.id) ?? deployment;
    },
    activeOf: (modelId) => deployments.list().filter((one) => one.modelId === modelId && isActive(one)),
    kill(id, instanceId) {
      const { instances = [] } = running.get(id) ?? {};
      const meant = instances.filter((one) => instanceId === undefined || one.id === instanceId);
      for (const { instance } of meant) process.kill(instance.pid, 'SIGKILL');
      return meant.length > 0;
    },
    async stop(id) {
      await end(id);
      change(id, { status: 'STOPPED', instances: [] });
    },
    async remove(id) {
      await end(id);
      deployments.remove(id);
      await rm(services.serving.logFile(id), { force: true });
    },
    logFile: (id) => join(folder, 'engine-logs', `${id}.log`),
    logLines: (id) => linesIn(services.serving.logFile(id)),
    // The records stay as they are, so that the next start of the platform resumes them.
    async close() {
      await Promise.all([...running.keys()].map(end));
    },
  };
}

async function isHealthy({ url, key }: Instance): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(healthMilliseconds);
    const { ok } = await fetch(`${url}/health`, { headers: { authorization: `Bearer ${key}` }, signal });
    return ok;
  } catch (error) {
    // A busy engine is alive.
    return error instanceof DOMException && error.name === 'TimeoutError';
  }
}
