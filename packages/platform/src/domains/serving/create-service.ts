import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { gone, InstanceFailure, noFit } from '../engine/instance/failure.ts';
import { memoryNeed } from '../engine/instance/memory-need.ts';
import { runtimeEnv } from '../engine/instance/runtime-env.ts';
import { sizeOf } from '../engine/instance/size-of.ts';
import { createSlots } from '../engine/instance/slots.ts';
import type { Instance } from '../engine/instance/start-instance.ts';
import { HttpError } from '../../server/errors/http-error.ts';
import type { HubParts } from '../hub/service.ts';
import type { Foundation } from '../../services.ts';
import { chosenFile } from './chosen-file.ts';
import { nameOf } from './deployment-answer.ts';
import { engineSettings } from './engine-settings.ts';
import { linesIn, writeLine } from './engine-log.ts';
import { failureIn, unanswered } from './failures.ts';
import { forwardToEngine } from './forward-to-engine.ts';
import { isActive, type ModelDeployment } from './model-deployment.ts';
import type { ServingParts } from './service.ts';

/** A deployment at work. */
interface Running {
  stop: AbortController;
  instances: { id: string; instance: Instance }[];
  finished: Promise<void>;
}

const startsAtOnce = 2;
/** Requests at work at the same time in one engine, unless a deployment says otherwise. */
const defaultSlots = 4;
const healthMilliseconds = 2_000;
const gigabytes = 2 ** 30;

/** The decisions about deployments in their true form; each reaches the others through `own()`, at the time of the call. */
export function createServingParts(
  { store, log, folder }: Foundation,
  hub: () => HubParts,
  own: () => ServingParts,
): ServingParts {
  const { deployments, modelConfigs, models } = store;
  const running = new Map<string, Running>();
  const reserved = new Map<string, number>();
  let turn = 0;

  const change = (id: string, changes: Partial<ModelDeployment>) => {
    const deployment = deployments.byId(id);
    if (deployment) deployments.save({ ...deployment, ...changes });
  };

  const begin = (id: string) => {
    const work: Running = { stop: new AbortController(), instances: [], finished: Promise.resolve() };
    running.set(id, work);
    work.finished = own().walk(id);
  };

  // Ends the processes of a deployment, those that are being started too.
  const end = async (id: string) => {
    const work = running.get(id);
    if (!work) return;
    work.stop.abort(new Error('The deployment is stopped.'));
    running.delete(id);
    await work.finished;
    await Promise.all(work.instances.map(({ instance }) => instance.stop()));
    reserved.delete(id);
  };

  const startCopy = async (deployment: ModelDeployment, work: Running, copy: number) => {
    const { id } = deployment;
    const options = await own().instanceOptions(deployment);
    const fileBytes = await sizeOf(options.file);
    const need = own().memoryNeed(deployment, {
      ...options,
      fileBytes,
      slots: options.slots ?? defaultSlots,
    });
    const taken = [...reserved.values()].reduce((sum, bytes) => sum + bytes, 0);
    const free = own().memoryBudget - taken;
    if (need > free) throw new InstanceFailure(noFit(need, free));
    reserved.set(id, need * (copy + 1));
    const instance = await own().startInstance({ ...options, signal: work.stop.signal });
    const instanceId = randomUUID();
    work.instances.push({ id: instanceId, instance });
    void instance.ended.then(async (failure) => {
      if (failure && running.get(id) === work) await own().lost(id, instanceId, failure);
    });
  };

  return {
    deploy(asked) {
      const deployment: ModelDeployment = {
        ...asked,
        id: randomUUID(),
        status: 'REQUESTED',
        requestedAt: new Date().toISOString(),
        deployedAt: null,
        lastError: null,
        instances: [],
      };
      deployments.save(deployment);
      begin(deployment.id);
      return deployment;
    },
    accepted: async ({ id }) => ({ status: 202, body: id }),
    canRun: (engine) => engine === undefined || engine === 'llamacpp',
    reservedNames: (env) => runtimeEnv({}, env).dropped,
    async walk(id) {
      const work = running.get(id);
      if (!work) return;
      const { signal } = work.stop;
      try {
        using place = await own().starts.take(signal);
        void place;
        own().enter(id, 'DEPLOYING');
        const deployment = deployments.byId(id);
        if (!deployment) return;
        for (let copy = 0; copy < deployment.copies; copy += 1) {
          if (copy === 0) own().enter(id, 'INITIALIZING');
          await startCopy(deployment, work, copy);
        }
        signal.throwIfAborted();
        own().enter(id, 'DEPLOYED');
      } catch (error) {
        if (signal.aborted) return;
        await own().fail(id, failureIn(error));
      }
    },
    starts: createSlots(startsAtOnce, Infinity),
    async instanceOptions({ id, modelId, configId, fileId, runtimeEnv: env, droppedEnv, slots }) {
      const file = chosenFile(hub(), modelId, fileId);
      const path = file && hub().pathOf(file.id);
      const config = modelConfigs.byId(configId);
      if (!file || path === undefined || !config) throw new InstanceFailure(gone(file?.name));
      const model = models.byId(modelId);
      mkdirSync(dirname(own().logFile(id)), { recursive: true });
      if (droppedEnv.length > 0)
        writeLine(
          own().logFile(id),
          `WARN runtime_env: ${droppedEnv.join(', ')} belong to the platform and were dropped.`,
        );
      return {
        file: path,
        name: nameOf(model) ?? modelId,
        purpose: model?.['purpose'] === 'embedding' ? 'embedding' : 'chat',
        ...engineSettings(config, file.name),
        logFile: own().logFile(id),
        runtimeEnv: env,
        ...(slots !== undefined && { slots }),
      };
    },
    // llama.cpp, and what starts it, is loaded when somebody first deploys.
    async startInstance(options) {
      const { startInstance } = await import('../engine/instance/start-instance.ts');
      return startInstance(options);
    },
    memoryBudget: 4 * gigabytes,
    memoryNeed: ({ memory }, model) => Math.max(memory ?? 0, memoryNeed(model)),
    enter(id, status) {
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
      // Nobody sees the one without the other.
      writeLine(own().logFile(id), `ERROR ${code}: ${message}`);
      log.write({ level: 'warn', event: 'DEPLOYMENT_FAILED', message: `${id}: ${code}: ${message}` });
      change(id, {
        status: code === 'MUST_REDOWNLOAD' ? 'MUST_REDOWNLOAD' : 'FAILED',
        lastError: { code, message, at },
        instances: [],
      });
      await Promise.all(work?.instances.map(({ instance }) => instance.stop()) ?? []);
    },
    async lost(id, instanceId, failure) {
      const work = running.get(id);
      if (!work?.instances.some((one) => one.id === instanceId)) return;
      const left = work.instances.filter((one) => one.id !== instanceId);
      if (left.length === 0) {
        await own().fail(id, failure);
        return;
      }
      reserved.set(id, ((reserved.get(id) ?? 0) / work.instances.length) * left.length);
      work.instances = left;
      writeLine(own().logFile(id), `WARN A copy is gone, ${left.length} serve: ${failure.message}`);
      const shown = deployments.byId(id)?.instances ?? [];
      change(id, { instances: shown.filter((one) => one.id !== instanceId) });
    },
    async current(deployment) {
      const work = running.get(deployment.id);
      for (const { id, instance } of work?.instances ?? []) {
        if (await answers(instance)) continue;
        // An engine that does not answer has ended, or hangs; a hanging one must not make whoever asks wait for ever.
        const failure = await Promise.race([instance.ended, setTimeout(healthMilliseconds, unanswered)]);
        if (!failure || running.get(deployment.id) !== work) continue;
        await own().lost(deployment.id, id, failure);
        await instance.stop();
      }
      return deployments.byId(deployment.id) ?? deployment;
    },
    activeOf: (modelId) => deployments.list().filter((one) => one.modelId === modelId && isActive(one)),
    mayRemoveModel: (force) => force,
    mayDelete: (force) => force,
    route(id) {
      const { instances = [] } = running.get(id) ?? {};
      turn += 1;
      return instances[turn % instances.length]?.instance;
    },
    forward: forwardToEngine,
    async estimate(asked) {
      const file = chosenFile(hub(), asked.modelId, asked.fileId);
      const path = file && hub().pathOf(file.id);
      const config = modelConfigs.byId(asked.configId);
      if (!file || path === undefined || !config) throw new HttpError(409, gone(file?.name).message);
      const settings = engineSettings(config, file.name);
      const fileBytes = await sizeOf(path);
      return own().memoryNeed(asked, { ...settings, fileBytes, slots: asked.slots ?? defaultSlots });
    },
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
      await rm(own().logFile(id), { force: true });
    },
    logFile: (id) => join(folder, 'engine-logs', `${id}.log`),
    logLines: (id) => linesIn(own().logFile(id)),
    resume() {
      for (const deployment of deployments.list().filter(isActive)) {
        deployments.save({ ...deployment, status: 'REQUESTED', instances: [] });
        begin(deployment.id);
      }
    },
    // The rows stay as they are: the next start goes on with them.
    async close() {
      await Promise.all([...running.keys()].map(end));
    },
  };
}

async function answers({ url, key }: Instance): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(healthMilliseconds);
    const { ok } = await fetch(`${url}/health`, { headers: { authorization: `Bearer ${key}` }, signal });
    return ok;
  } catch (error) {
    // Busy is not gone.
    return error instanceof DOMException && error.name === 'TimeoutError';
  }
}
