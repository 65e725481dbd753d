import { type Failure, InstanceFailure } from '../engine/instance/failure.ts';

/** An engine that is there and says nothing. */
export const unanswered: Failure = {
  code: 'RUNTIME_ERROR',
  message: 'The engine does not answer any more. Its log may say why; stop it and deploy the model again.',
};

/** A deployment's file is not there, or not any more. */
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

/** What kept an engine from starting, as a deployment tells it. */
export function failureIn(error: unknown): Failure {
  if (error instanceof InstanceFailure) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'MODEL_LOADING_FAILURE', message: `The engine cannot be started: ${message}` };
}
