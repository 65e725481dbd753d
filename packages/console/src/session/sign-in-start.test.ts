import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteSession } from './session-hint.ts';
import { leavesToSignIn } from './sign-in-start.ts';
import { stubBrowser } from '../testing/stub-browser.ts';

const models = { pathname: '/models', search: '?q=a', hash: '#found' };

let browser: ReturnType<typeof stubBrowser>;

beforeEach(() => {
  browser = stubBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a browser without a session is sent to the provider, to come back to where it was', () => {
  expect(leavesToSignIn(models)).toBe(true);
  expect(browser.sentTo).toEqual(['/api/auth/login?redirect_uri=%2Fmodels%3Fq%3Da%23found']);
});

test.for([
  ['?redirect_uri=%2Fsettings', '%2Fsettings'],
  ['?redirect_uri=https://elsewhere.example', '%2F'],
  ['', '%2F'],
])('from the way in with "%s" it comes back to %s', ([search = '', path]) => {
  expect(leavesToSignIn({ pathname: '/login', search, hash: '' })).toBe(true);
  expect(browser.sentTo).toEqual([`/api/auth/login?redirect_uri=${path}`]);
});

test('it stays where it may hold a session, and at the form', () => {
  expect(leavesToSignIn({ pathname: '/login', search: '?interaction=x', hash: '' })).toBe(false);
  noteSession('held');
  expect(leavesToSignIn(models)).toBe(false);
  expect(browser.sentTo).toEqual([]);
});

test('it stays when it has been sent three times in vain', () => {
  const left = Array.from({ length: 4 }, () => {
    noteSession('none');
    return leavesToSignIn(models);
  });

  expect(left).toEqual([true, true, true, false]);
});
