// A JSON Web Token; the signature may be missing.
const token = /\beyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*)?/g;
const bearer = /\b(bearer|basic)\s+[^\s"',;]+/gi;
const assignment =
  /\b([\w-]*(?:password|secret|token|code|cookie|state|verifier)["']?\s*[=:]\s*["']?)[^\s"'&,;)]+/gi;

/** The text with tokens, credentials and values with secret names redacted. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(token, '***').replaceAll(bearer, '$1 ***').replaceAll(assignment, '$1***');
}
