/** The platform cannot start as requested. The message tells the operator what to change. */
export class StartError extends Error {
  override name = 'StartError';
}
