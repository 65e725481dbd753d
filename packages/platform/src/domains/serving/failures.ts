import { type Failure, InstanceFailure } from '../engine/instance/failure.ts';

/** The failure of an engine that does not answer. */
export const unanswered: Failure = {
  code: 'RUNTIME_ERROR',
  message: 'The engine does not answer any more. Its log may say why; stop it and deploy the model again.',
};

/** The failure behind an error at the start of an engine. */
export function failureIn(error: unknown): Failure {
  if (error instanceof InstanceFailure) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'MODEL_LOADING_FAILURE', message: `The engine cannot be started: ${message}` };
}
