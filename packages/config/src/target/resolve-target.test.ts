import { describe, expect, test } from 'vitest';
import { resolveTarget, targetHint } from './resolve-target.ts';
import { type UatConfig, uatConfigSchema } from '../schema.ts';
import { UatError } from '@uat/core';

const config: UatConfig = {
  root: '/project',
  ...uatConfigSchema.parse({
    tickets: { pattern: /^ENG-\d+$/, url: 'https://tickets.test/%s' },
    areas: { smoke: { title: 'Smoke' } },
    lanes: { local: {}, cd: {}, nightly: {} },
    roles: { admin: { username: 'ADMIN', password: 'ADMIN_PASSWORD' }, user: { token: 'USER_TOKEN' } },
    targets: {
      env: { url: { env: 'KAMIWAZA_BASE_URL' } },
      staging: {
        url: 'https://staging.test/api/',
        grants: ['tokens'],
        roles: { admin: { token: 'STAGING_TOKEN' } },
        capabilities: ['users', 'log'],
        tls: { ca: 'certificates/staging.pem' },
        budgets: { request: 60, test: 120 },
      },
      careless: { url: 'https://careless.test', tls: { verify: false } },
    },
  }),
};

describe('which target is tested', () => {
  test.each([
    { what: 'the embedded one when nothing is said', choice: {}, env: {}, name: 'embedded' },
    { what: 'the one of UAT_TARGET', choice: {}, env: { UAT_TARGET: 'staging' }, name: 'staging' },
    {
      what: 'the one of --target before UAT_TARGET',
      choice: { target: 'embedded' },
      env: { UAT_TARGET: 'staging' },
      name: 'embedded',
    },
    {
      what: 'the embedded one when UAT_TARGET is empty',
      choice: {},
      env: { UAT_TARGET: '' },
      name: 'embedded',
    },
    {
      what: 'the embedded one when only KAMIWAZA_BASE_URL is set',
      choice: {},
      env: { KAMIWAZA_BASE_URL: 'https://kamiwaza.test' },
      name: 'embedded',
    },
    { what: 'the one that runs in another shell', choice: { target: 'local' }, env: {}, name: 'local' },
    {
      what: 'the host of a URL',
      choice: { target: 'https://kamiwaza.test:8443/api' },
      env: {},
      name: 'kamiwaza.test:8443',
    },
  ])('is $what', ({ choice, env, name }) => {
    expect(resolveTarget(config, choice, env).name).toBe(name);
  });

  test.each(['moon', '', 'constructor', 'ftp://kamiwaza.test'])("is never the unknown '%s'", (target) => {
    const resolve = () => resolveTarget(config, { target }, {});

    expect(resolve).toThrow(UatError);
    expect(resolve).toThrow(
      `There is no target '${target}'. Targets: embedded, local, env, staging, careless, or a URL`,
    );
  });

  test('is answered with the one that was meant when the name is nearly one', () => {
    expect(() => resolveTarget(config, { target: 'stagin' }, {})).toThrow(/Did you mean 'staging'\?$/);
  });
});

describe('the URL of an attached target', () => {
  test.each([
    { written: 'https://kamiwaza.test', url: 'https://kamiwaza.test' },
    { written: 'https://kamiwaza.test/', url: 'https://kamiwaza.test' },
    { written: 'https://kamiwaza.test/api', url: 'https://kamiwaza.test' },
    { written: 'https://kamiwaza.test/api//', url: 'https://kamiwaza.test' },
    { written: 'http://10.0.0.1:8080/tenant/api', url: 'http://10.0.0.1:8080/tenant' },
    { written: 'HTTPS://Kamiwaza.Test', url: 'https://kamiwaza.test' },
  ])('$written becomes $url', ({ written, url }) => {
    expect(resolveTarget(config, { target: written }, {})).toMatchObject({ kind: 'attached', url });
  });

  test.each([
    { written: 'https://', says: "'https://' is not a URL of a target" },
    { written: 'https://kamiwaza.test:port', says: 'is not a URL of a target' },
    {
      written: 'https://ada:secret@kamiwaza.test',
      says: 'must not contain credentials, a query or a fragment',
    },
    {
      written: 'https://kamiwaza.test/?tenant=a',
      says: 'must not contain credentials, a query or a fragment',
    },
    { written: 'https://kamiwaza.test/#models', says: 'must not contain credentials, a query or a fragment' },
  ])('$written is refused', ({ written, says }) => {
    const resolve = () => resolveTarget(config, { target: written }, {});

    expect(resolve).toThrow(UatError);
    expect(resolve).toThrow(says);
  });

  test.each([
    'https://ada:secret@kamiwaza.test',
    'https://ada:secret@kamiwaza.test:port',
    'ftp://ada:secret@kamiwaza.test',
    'ada:secret@kamiwaza.test',
  ])('%s never stands in the message with its password', (target) => {
    const resolve = () => resolveTarget(config, { target }, {});

    expect(resolve).toThrow(UatError);
    expect(resolve).not.toThrow(/secret/);
  });

  test('comes from the variable that the profile names', () => {
    const env = { KAMIWAZA_BASE_URL: 'https://kamiwaza.test/api' };

    expect(resolveTarget(config, { target: 'env' }, env)).toMatchObject({
      name: 'env',
      url: 'https://kamiwaza.test',
    });
  });

  test('is a configuration error when that variable is not set', () => {
    expect(() => resolveTarget(config, { target: 'env' }, {})).toThrow(
      "Target 'env' reads its URL from KAMIWAZA_BASE_URL, which is not set.",
    );
  });
});

describe('what a run may change', () => {
  test('is nothing on an attached target unless somebody says so', () => {
    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, {})).toMatchObject({ grants: [] });
  });

  test('is what the profile grants and what --grant adds', () => {
    expect(resolveTarget(config, { target: 'staging' }, {})).toMatchObject({ grants: ['tokens'] });
    expect(resolveTarget(config, { target: 'staging', grants: ['users', 'tokens'] }, {})).toMatchObject({
      grants: ['users', 'tokens'],
    });
  });
});

describe('who can sign in', () => {
  const env = { ADMIN: 'ada', ADMIN_PASSWORD: 'secret', USER_TOKEN: 'u', STAGING_TOKEN: 's' };

  test('is every role whose variables are set, and no other', () => {
    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, env)).toMatchObject({
      roles: { admin: { username: 'ada', password: 'secret' }, user: { token: 'u' } },
    });
    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, {})).toMatchObject({ roles: {} });
  });

  test('is what the profile says where it says something', () => {
    expect(resolveTarget(config, { target: 'staging' }, env)).toMatchObject({
      roles: { admin: { token: 's' }, user: { token: 'u' } },
    });
  });
});

describe('what the profile of a target says it offers', () => {
  test('is what it must be able to do', () => {
    expect(resolveTarget(config, { target: 'staging' }, {})).toMatchObject({
      capabilities: ['users', 'log'],
    });
  });

  test('are unknown when the profile does not list them', () => {
    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, {})).toMatchObject({
      capabilities: undefined,
    });
  });
});

describe('the budgets of a target', () => {
  test.each([
    { target: 'staging', budgets: { request: 60, test: 120 } },
    { target: 'https://kamiwaza.test', budgets: {} },
  ])('$target: $budgets', ({ target, budgets }) => {
    expect(resolveTarget(config, { target }, {})).toMatchObject({ budgets });
  });
});

describe('a platform of this machine', () => {
  test.each(['embedded', 'local'])('%s is known by its kind alone: the rest shows when it runs', (target) => {
    expect(resolveTarget(config, { target }, {})).toEqual({ kind: target, name: target });
  });
});

describe('the certificate authority of a target', () => {
  test.each([
    {
      what: 'the one of the profile, beside the config',
      choice: {},
      ca: '/project/certificates/staging.pem',
    },
    { what: 'the one of --ca before that', choice: { ca: 'other.pem' }, ca: 'other.pem' },
  ])('is $what', ({ choice, ca }) => {
    expect(resolveTarget(config, { target: 'staging', ...choice }, {})).toMatchObject({ ca });
  });

  test('are empty when no variable is set', () => {
    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, {})).toMatchObject({ ca: undefined });
  });
});

describe('the certificate of a target', () => {
  test('is not checked where the profile says so', () => {
    expect(resolveTarget(config, { target: 'careless' }, {})).toMatchObject({ verifyTls: false });
  });

  test.each([
    { value: undefined, verifyTls: true },
    { value: 'true', verifyTls: true },
    { value: 'false', verifyTls: false },
    { value: 'False', verifyTls: false },
    { value: '0', verifyTls: false },
    { value: 'no', verifyTls: false },
  ])('KAMIWAZA_VERIFY_SSL=$value means verify: $verifyTls', ({ value, verifyTls }) => {
    const env = value === undefined ? {} : { KAMIWAZA_VERIFY_SSL: value };

    expect(resolveTarget(config, { target: 'https://kamiwaza.test' }, env)).toMatchObject({ verifyTls });
  });
});

describe('the hint about KAMIWAZA_BASE_URL', () => {
  const env = { KAMIWAZA_BASE_URL: 'https://kamiwaza.test' };

  test('is given when it is set and the embedded target is tested', () => {
    expect(targetHint(resolveTarget(config, {}, env), env)).toContain('add --target env to test it');
  });

  test('is not given when it is not set, or another target was chosen', () => {
    expect(targetHint(resolveTarget(config, {}, {}), {})).toBeUndefined();
    expect(targetHint(resolveTarget(config, { target: 'env' }, env), env)).toBeUndefined();
  });
});
