import type { ArtifactKind } from './artifact.ts';

/**
 * A package that cannot be read to its end: it is truncated, or its parts contradict each other. That is a defect of
 * the
 * product (a regression); a file that is not a package at all is a UatError (configuration).
 */
export class BrokenArtifactError extends Error {
  override readonly name = 'BrokenArtifactError';
  readonly kind: ArtifactKind;

  constructor(kind: ArtifactKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
