import { readCookie, writeCookie } from './own-cookie.ts';

const cookie = 'kamiwaza_consent';

/** Whether these terms were accepted since the browser started. */
export function hasConsented(content: string): boolean {
  return readCookie(cookie) === fingerprint(content);
}

/**
 * Remembers that these terms were accepted: in a cookie without a date, which is shared by all tabs and goes when the
 * browser closes. Other terms have to be accepted anew.
 */
export function rememberConsent(content: string): void {
  writeCookie(cookie, fingerprint(content));
}

// FNV-1a: distinguishes texts, without any need for security.
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
