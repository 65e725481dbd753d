/**
 * An error whose message is meant for the person who has to act. It carries the exit code that `uat` ends with;
 * `packages/cli` is the only place that turns it into one.
 *
 * Exit codes: 2 configuration, 3 infrastructure (docs/outcomes.md).
 */
export class UatError extends Error {
  override readonly name = 'UatError';
  readonly kind: 'configuration' | 'infrastructure';
  readonly exitCode: 2 | 3;

  constructor(kind: 'configuration' | 'infrastructure', message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.exitCode = kind === 'configuration' ? 2 : 3;
  }
}

/** A {@link UatError} for something the caller asked for or wrote that cannot be: exit 2. */
export function configurationError(message: string, options?: ErrorOptions): UatError {
  return new UatError('configuration', message, options);
}

/** A {@link UatError} for something outside the product and the configuration that is missing: exit 3. */
export function infrastructureError(message: string, options?: ErrorOptions): UatError {
  return new UatError('infrastructure', message, options);
}
