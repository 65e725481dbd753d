/**
 * The media type of a `Content-Type` header, without parameters and in lower case, since it is case-insensitive
 * (RFC 9110 8.3.1): `Application/JSON; charset=UTF-8` gives `application/json`. Empty without a header.
 */
export function mediaTypeOf(contentType: string | null | undefined): string {
  return contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Whether a `Content-Type` header declares JSON, including types such as `application/problem+json`. */
export function isJsonType(contentType: string | null | undefined): boolean {
  return /[/+]json$/.test(mediaTypeOf(contentType));
}
