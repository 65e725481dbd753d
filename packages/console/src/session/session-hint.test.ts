import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mayHoldSession, noteSession } from './session-hint.ts';
import { stubBrowser } from '../testing/stub-browser.ts';

const home = { pathname: '/', search: '' };
const form = { pathname: '/login', search: '?interaction=x' };

beforeEach(() => {
  stubBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser that never signed in has nothing to ask for', () => {
  expect(mayHoldSession(home)).toBe(false);
});

test('a sign-in that was tried may have succeeded, but not in front of the form', () => {
  noteSession('tried');

  expect(mayHoldSession(home)).toBe(true);
  expect(mayHoldSession({ pathname: '/login', search: '' })).toBe(true);
  expect(mayHoldSession(form)).toBe(false);
});

test('a confirmed session is asked for everywhere until it has ended', () => {
  noteSession('held');
  expect(mayHoldSession(form)).toBe(true);

  noteSession('none');
  expect(mayHoldSession(home)).toBe(false);
});
