import { decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';

/** The header of a token; empty when it cannot be read. */
export function headerOf(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return {};
  }
}
