/** A source that cannot be read or is not an OpenAPI 3 document; the message names the source and the reason. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}
