import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hasConsented, rememberConsent } from './consent-memory.ts';

beforeEach(() => {
  vi.stubGlobal('location', { protocol: 'https:' });
  vi.stubGlobal('document', { cookie: 'other=1' });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was accepted is remembered for the browser session only', () => {
  expect(hasConsented('Be careful.')).toBe(false);

  rememberConsent('Be careful.');

  expect(document.cookie).toMatch(/^kamiwaza_consent=[0-9a-f]{8}; Path=\/; SameSite=Strict; Secure$/);
  expect(hasConsented('Be careful.')).toBe(true);
});

test('changed terms have to be accepted anew', () => {
  rememberConsent('Be careful.');

  expect(hasConsented('Be very careful.')).toBe(false);
});
