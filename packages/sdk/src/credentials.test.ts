import { describe, expect, it } from 'vitest';
import { baseUrlFrom, credentialsFromEnvironment, verifySslFrom } from './credentials.ts';

describe('credentialsFromEnvironment', () => {
  it('prefers the API key to name and password', () => {
    const environment = { KAMIWAZA_API_KEY: ' key\n', KAMIWAZA_USERNAME: 'u', KAMIWAZA_PASSWORD: 'p' };
    expect(credentialsFromEnvironment(environment)).toEqual({ kind: 'token', token: 'key' });
  });

  it('takes name and password when the key is empty', () => {
    const environment = { KAMIWAZA_API_KEY: '', KAMIWAZA_USERNAME: 'u', KAMIWAZA_PASSWORD: ' p ' };
    expect(credentialsFromEnvironment(environment)).toEqual({
      kind: 'password',
      username: 'u',
      password: ' p ',
    });
  });

  it('is anonymous when nothing is set', () => {
    expect(credentialsFromEnvironment({})).toEqual({ kind: 'anonymous' });
  });

  it('does not take half a credential for none', () => {
    expect(() => credentialsFromEnvironment({ KAMIWAZA_USERNAME: 'u' })).toThrow(/KAMIWAZA_PASSWORD is not/);
    expect(() => credentialsFromEnvironment({ KAMIWAZA_PASSWORD: 'p' })).toThrow(/KAMIWAZA_USERNAME is not/);
  });
});

describe('verifySslFrom', () => {
  it.each(['false', 'False', '0', 'no'])('is off for %s', (value) => {
    expect(verifySslFrom({ KAMIWAZA_VERIFY_SSL: value })).toBe(false);
  });

  it.each([undefined, '', 'true', '1'])('is on for %s', (value) => {
    expect(verifySslFrom({ KAMIWAZA_VERIFY_SSL: value })).toBe(true);
  });
});

describe('baseUrlFrom', () => {
  it('takes empty for unset', () => {
    expect(baseUrlFrom({ KAMIWAZA_BASE_URL: ' ' })).toBeUndefined();
    expect(baseUrlFrom({ KAMIWAZA_BASE_URL: 'https://host' })).toBe('https://host');
  });
});
