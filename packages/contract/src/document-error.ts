/** A document that could not be had, or is not an OpenAPI 3 document; the message says which and from where. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}
