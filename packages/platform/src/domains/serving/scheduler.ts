import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Foundation } from '../../foundation.ts';
import { HttpError } from '../../server/errors/http-error.ts';
import type { ModelFileService } from '../downloads/model-file-service.ts';
import { gone, InstanceFailure, noFit } from '../engine/instance/failure.ts';
import { memoryNeed } from '../engine/instance/memory-need.ts';
import { runtimeEnv } from '../engine/instance/runtime-env.ts';
import { sizeOf } from '../engine/instance/size-of.ts';
import { createSlots, type Slots } from '../engine/instance/slots.ts';
import type { Instance, InstanceOptions } from '../engine/instance/start-instance.ts';
import { nameOf } from '../models/name-of.ts';
import { chosenFile } from './chosen-file.ts';
import { writeLine } from './engine-log.ts';
import { engineSettings } from './engine-settings.ts';
import type { Engines, RunningDeployment } from './engines.ts';
import { failureIn } from './failures.ts';
import { isActive, type ModelDeployment, type NewDeployment } from './model-deployment.ts';
import type { Supervisor } from './supervisor.ts';

/** Admission of deployments and start of their engines. */
export interface Scheduler {
  /** Records a deployment and starts it in the background. */
  deploy(asked: NewDeployment): ModelDeployment;
  /** Whether a node has this engine; undefined leaves the choice to the platform. */
  canRun(engine: string | undefined): boolean;
  /** Names of environment variables that belong to the platform and are dropped. */
  reservedNames(env: Record<string, string | null>): string[];
  /** Takes a deployment from REQUESTED to DEPLOYED, or to its failure. */
  start(id: string): Promise<void>;
  /** Limits how many deployments start at the same time. */
  starts: Slots;
  /** Options of an engine. Throws an InstanceFailure when the file is missing. */
  instanceOptions(deployment: ModelDeployment): Promise<InstanceOptions>;
  startInstance(options: InstanceOptions): Promise<Instance>;
  /** Bytes that all engines together may take. */
  memoryBudget: number;
  /** Bytes that one copy takes. */
  memoryNeed(asked: Pick<NewDeployment, 'memory'>, model: Parameters<typeof memoryNeed>[0]): number;
  /** Bytes that one copy would take. Throws a 409 when its file is missing. */
  estimate(asked: Omit<NewDeployment, 'ownerId'>): Promise<number>;
  /** Starts the deployments again that were active when the platform ended. */
  resume(): void;
}

const startsAtOnce = 2;
/** Concurrent requests of one engine, unless the deployment sets another number. */
const defaultSlots = 4;
const gigabytes = 2 ** 30;

/** Creates the scheduler of `engines`. */
export function createScheduler(
  { store }: Pick<Foundation, 'store'>,
  services: {
    modelFiles: Pick<ModelFileService, 'of' | 'byId' | 'pathOf'>;
    serving: Scheduler & Pick<Supervisor, 'setStatus' | 'fail' | 'instanceLost' | 'logFile'>;
  },
  { running, reserved }: Engines,
): Scheduler {
  const { deployments, modelConfigs, models } = store;

  const begin = (id: string) => {
    const work: RunningDeployment = {
      stop: new AbortController(),
      instances: [],
      finished: Promise.resolve(),
    };
    running.set(id, work);
    work.finished = services.serving.start(id);
  };

  const startCopy = async (deployment: ModelDeployment, work: RunningDeployment, copy: number) => {
    const { serving } = services;
    const { id } = deployment;
    const options = await serving.instanceOptions(deployment);
    const fileBytes = await sizeOf(options.file);
    const slots = options.slots ?? defaultSlots;
    const need = serving.memoryNeed(deployment, { ...options, fileBytes, slots });
    const taken = [...reserved.values()].reduce((sum, bytes) => sum + bytes, 0);
    const free = serving.memoryBudget - taken;
    if (need > free) throw new InstanceFailure(noFit(need, free));
    reserved.set(id, need * (copy + 1));
    const instance = await serving.startInstance({ ...options, signal: work.stop.signal });
    const instanceId = randomUUID();
    work.instances.push({ id: instanceId, instance });
    void instance.ended.then(async (failure) => {
      if (failure && running.get(id) === work) await serving.instanceLost(id, instanceId, failure);
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
    canRun: (engine) => engine === undefined || engine === 'llamacpp',
    reservedNames: (env) => runtimeEnv({}, env).dropped,
    async start(id) {
      const { serving } = services;
      const work = running.get(id);
      if (!work) return;
      const { signal } = work.stop;
      try {
        using slot = await serving.starts.take(signal);
        void slot;
        serving.setStatus(id, 'DEPLOYING');
        const deployment = deployments.byId(id);
        if (!deployment) return;
        for (let copy = 0; copy < deployment.copies; copy += 1) {
          if (copy === 0) serving.setStatus(id, 'INITIALIZING');
          await startCopy(deployment, work, copy);
        }
        signal.throwIfAborted();
        serving.setStatus(id, 'DEPLOYED');
      } catch (error) {
        if (signal.aborted) return;
        await serving.fail(id, failureIn(error));
      }
    },
    starts: createSlots(startsAtOnce, Infinity),
    async instanceOptions({ id, modelId, configId, fileId, runtimeEnv: env, droppedEnv, slots }) {
      const { modelFiles, serving } = services;
      const file = chosenFile(modelFiles, modelId, fileId);
      const path = file && modelFiles.pathOf(file.id);
      const config = modelConfigs.byId(configId);
      if (!file || path === undefined || !config) throw new InstanceFailure(gone(file?.name));
      const model = models.byId(modelId);
      const logFile = serving.logFile(id);
      mkdirSync(dirname(logFile), { recursive: true });
      if (droppedEnv.length > 0)
        writeLine(
          logFile,
          `WARN runtime_env: ${droppedEnv.join(', ')} belong to the platform and were dropped.`,
        );
      return {
        file: path,
        name: nameOf(model) ?? modelId,
        purpose: model?.['purpose'] === 'embedding' ? 'embedding' : 'chat',
        ...engineSettings(config, file.name),
        logFile,
        runtimeEnv: env,
        ...(slots !== undefined && { slots }),
      };
    },
    // llama.cpp and its launcher are loaded with the first deployment.
    async startInstance(options) {
      const { startInstance } = await import('../engine/instance/start-instance.ts');
      return startInstance(options);
    },
    memoryBudget: 4 * gigabytes,
    memoryNeed: ({ memory }, model) => Math.max(memory ?? 0, memoryNeed(model)),
    async estimate(asked) {
      const { modelFiles, serving } = services;
      const file = chosenFile(modelFiles, asked.modelId, asked.fileId);
      const path = file && modelFiles.pathOf(file.id);
      const config = modelConfigs.byId(asked.configId);
      if (!file || path === undefined || !config) throw new HttpError(409, gone(file?.name).message);
      const settings = engineSettings(config, file.name);
      const fileBytes = await sizeOf(path);
      return serving.memoryNeed(asked, { ...settings, fileBytes, slots: asked.slots ?? defaultSlots });
    },
    resume() {
      for (const deployment of deployments.list().filter(isActive)) {
        deployments.save({ ...deployment, status: 'REQUESTED', instances: [] });
        begin(deployment.id);
      }
    },
  };
}
