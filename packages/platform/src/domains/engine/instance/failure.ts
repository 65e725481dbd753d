/** Why a deployment does not serve, by the names the API has for it. */
export type FailureCode =
  | 'MODEL_LOADING_FAILURE'
  | 'CONTAINER_EXITED'
  | 'RUNTIME_ERROR'
  | 'STARTUP_TIMEOUT'
  | 'MUST_REDOWNLOAD'
  | 'NoFitError';

/** A cause with the sentence that people read. */
export interface Failure {
  code: FailureCode;
  message: string;
}

/** An instance that does not start. */
export class InstanceFailure extends Error {
  override name = 'InstanceFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The file of a model is not there, or not any more. */
export function gone(file = 'of the model'): Failure {
  return {
    code: 'MUST_REDOWNLOAD',
    message: `The file ${file} is not on this node. Download the model again.`,
  };
}

/** So many bytes are needed, and so many are free. */
export function noFit(need: number, free: number): Failure {
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
  return {
    code: 'NoFitError',
    message: `insufficient_system_memory: the model needs ${megabytes(need)} MB, and ${megabytes(Math.max(0, free))} MB are free.`,
  };
}

/** How an engine process ended, as far as its parent saw. */
export type EngineEnd =
  | { kind: 'failed'; message: string }
  | { kind: 'exited'; code: number | null; signal: NodeJS.Signals | null; lastLines: readonly string[] }
  | { kind: 'slow'; seconds: number };

/** The failure behind the end of an engine process. */
export function failureOf(end: EngineEnd): Failure {
  switch (end.kind) {
    case 'failed':
      return { code: 'MODEL_LOADING_FAILURE', message: `The model cannot be loaded: ${end.message}` };
    case 'slow':
      return {
        code: 'STARTUP_TIMEOUT',
        message: `The engine did not serve the model within ${end.seconds} seconds of its start.`,
      };
    case 'exited': {
      const how = end.signal === null ? `with code ${end.code}` : `by ${end.signal}`;
      const last = end.lastLines.length === 0 ? '' : ` Its last words: ${end.lastLines.join(' | ')}`;
      return { code: 'CONTAINER_EXITED', message: `The engine ended ${how}.${last}` };
    }
  }
}
