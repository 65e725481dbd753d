import type { ArtifactKind } from './artifact.ts';

/**
 * An artifact that is a package and cannot be read to its end: it is cut off, or its parts contradict each other. That is
 * the product's fault (a regression); a file that is no package at all is a UatError (configuration).
 */
export class BrokenArtifact extends Error {
  override readonly name = 'BrokenArtifact';
  readonly kind: ArtifactKind;

  constructor(kind: ArtifactKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
