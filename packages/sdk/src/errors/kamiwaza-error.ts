/** Anything that went wrong between us and a target. The message is a sentence and never holds a secret. */
export class KamiwazaError extends Error {
  override readonly name: string = 'KamiwazaError';
}

/** An address that cannot be a target's. */
export class BaseUrlError extends KamiwazaError {
  override readonly name = 'BaseUrlError';
}
