/** The platform cannot start as asked; the message tells the operator what to change. */
export class StartError extends Error {
  override name = 'StartError';
}
