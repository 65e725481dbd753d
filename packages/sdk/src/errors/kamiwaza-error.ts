/** Any failure between this client and a target. The message is a sentence and never holds a secret. */
export class KamiwazaError extends Error {
  override readonly name: string = 'KamiwazaError';
}

/** An address that cannot be that of a target. */
export class BaseUrlError extends KamiwazaError {
  override readonly name = 'BaseUrlError';
}
