import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { engineMessage, type EngineOptions } from './engine-options.ts';
import { failureOf, InstanceFailure, noFit, type Failure } from './failure.ts';
import { openInstanceLog } from './instance-log.ts';
import { memoryNeed } from './memory-need.ts';
import { runtimeEnv } from './runtime-env.ts';
import { sizeOf } from './size-of.ts';

/** Options of an instance. */
export interface InstanceOptions extends Omit<
  EngineOptions,
  'key' | 'slots' | 'queue' | 'bodyLimit' | 'tokenMilliseconds' | 'loadDelayMilliseconds' | 'stripThinking'
> {
  /** File for the output of the engine. */
  logFile: string;
  slots?: number;
  queue?: number;
  bodyLimit?: number;
  tokenMilliseconds?: number;
  loadDelayMilliseconds?: number;
  stripThinking?: boolean;
  /** Time limit of the start, in seconds. */
  startSeconds?: number;
  /** Bytes of memory that are free for engines; unlimited by default. */
  memoryBudget?: number;
  runtimeEnv?: Readonly<Record<string, string | null>>;
  /** Aborts the start; its process has ended when the promise rejects. */
  signal?: AbortSignal;
}

/** A model served by its own process. */
export interface Instance extends AsyncDisposable {
  /** Base URL of the OpenAI API, for callers with `key` as bearer token. */
  readonly url: string;
  readonly key: string;
  readonly pid: number;
  /** Bytes taken of the memory budget. */
  readonly memory: number;
  /** The failure, when the process ends by itself; undefined when it was stopped. */
  readonly ended: Promise<Failure | undefined>;
  lastLines(count: number): string[];
  /** Ends the process, together with the requests in progress. */
  stop(): Promise<void>;
}

/** Functions of an instance that a caller may replace. */
export const instanceParts = { memoryNeed, failureOf, runtimeEnv };

export type InstanceParts = typeof instanceParts;

const program = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/** Starts an instance and returns it when it serves. Throws an InstanceFailure with the reason. */
export async function startInstance(
  options: InstanceOptions,
  parts: InstanceParts = instanceParts,
): Promise<Instance> {
  const { startSeconds = 60, slots = 4, signal, memoryBudget = Infinity } = options;
  signal?.throwIfAborted();
  const memory = parts.memoryNeed({ ...options, slots, fileBytes: await sizeOf(options.file) });
  if (memory > memoryBudget) throw new InstanceFailure(noFit(memory, memoryBudget));

  const log = openInstanceLog(options.logFile);
  const { env, dropped } = parts.runtimeEnv(process.env, options.runtimeEnv);
  if (dropped.length > 0)
    log.write(`WARN runtime_env: ${dropped.join(', ')} belong to the platform and were dropped.`);
  const key = randomBytes(24).toString('base64url');
  const child = fork(program, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  if (child.stdout) log.follow(child.stdout);
  if (child.stderr) log.follow(child.stderr);
  let stopped = false;
  // 'close' is emitted after the last line of output.
  const ended = once(child, 'close').then(async ([code, killedBy]): Promise<Failure | undefined> => {
    await log.close();
    if (stopped) return undefined;
    return parts.failureOf({ kind: 'exited', code, signal: killedBy, lastLines: log.lastLines(3) });
  });
  // A rejection must not be unhandled before a caller awaits it.
  ended.catch(() => undefined);
  const stop = async () => {
    stopped = true;
    child.kill('SIGKILL');
    await ended;
  };

  try {
    const started = Promise.withResolvers<number>();
    child.once('message', (message) => {
      const told = engineMessage.parse(message);
      if (told.kind === 'ready') started.resolve(told.port);
      else started.reject(new InstanceFailure(parts.failureOf(told)));
    });
    ended.then((failure) => failure && started.reject(new InstanceFailure(failure)), started.reject);
    const slow = () =>
      started.reject(new InstanceFailure(parts.failureOf({ kind: 'slow', seconds: startSeconds })));
    const impatience = setTimeout(slow, startSeconds * 1_000);
    const giveUp = () => started.reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    child.send(engineOptionsOf(options, key, slots), () => undefined);
    const port = await started.promise.finally(() => {
      clearTimeout(impatience);
      signal?.removeEventListener('abort', giveUp);
    });
    return {
      url: `http://127.0.0.1:${port}`,
      key,
      pid: child.pid ?? 0,
      memory,
      ended,
      lastLines: (count) => log.lastLines(count),
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function engineOptionsOf(options: InstanceOptions, key: string, slots: number): EngineOptions {
  return {
    file: options.file,
    name: options.name,
    purpose: options.purpose,
    contextLength: options.contextLength,
    slots,
    queue: options.queue ?? 16,
    bodyLimit: options.bodyLimit ?? 2 * 2 ** 20,
    tokenMilliseconds: options.tokenMilliseconds ?? 0,
    loadDelayMilliseconds: options.loadDelayMilliseconds ?? 0,
    stripThinking: options.stripThinking ?? false,
    key,
  };
}
