/** Error code of a failed deployment, as in the API. */
export type FailureCode =
  | 'MODEL_LOADING_FAILURE'
  | 'CONTAINER_EXITED'
  | 'RUNTIME_ERROR'
  | 'STARTUP_TIMEOUT'
  | 'MUST_REDOWNLOAD'
  | 'NoFitError';

/** An error code with a sentence for users. */
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

/** The failure for a missing file. */
export function gone(file = 'of the model'): Failure {
  return {
    code: 'MUST_REDOWNLOAD',
    message: `The file ${file} is not on this node. Download the model again.`,
  };
}

/** The failure for insufficient memory, in bytes. */
export function noFit(need: number, free: number): Failure {
  const megabytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
  return {
    code: 'NoFitError',
    message: `insufficient_system_memory: the model needs ${megabytes(need)} MB, and ${megabytes(Math.max(0, free))} MB are free.`,
  };
}

/** The end of an engine process, as its parent observed it. */
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
