import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { registeredSecrets, registerSecrets } from './secrets.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-secrets-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newFile = () => ({ UAT_SECRETS: path.join(mkdtempSync(path.join(scratch, 'run-')), 'secrets') });

describe('registered secrets', () => {
  test('come back each once, whoever registered them', () => {
    const env = newFile();

    registerSecrets(['hunter2-SECRET', 'a token of somebody'], env);
    registerSecrets(['hunter2-SECRET'], env);

    expect(registeredSecrets(env)).toEqual(['hunter2-SECRET', 'a token of somebody']);
  });

  test('are no words of every day: too short ones, those of manuals and what is not there stay out', () => {
    const env = newFile();

    registerSecrets(['', 'admin', 'kamiwaza', null, undefined], env);

    expect(registeredSecrets(env)).toEqual([]);
  });

  test('stand in a file that only this user can read', () => {
    const env = newFile();

    registerSecrets(['hunter2-SECRET'], env);

    expect(statSync(env.UAT_SECRETS).mode & 0o777).toBe(0o600);
  });

  test('are read up to the last whole line: another process may be writing', () => {
    const env = newFile();
    registerSecrets(['hunter2-SECRET'], env);
    appendFileSync(env.UAT_SECRETS, '"half a sec');

    expect(registeredSecrets(env)).toEqual(['hunter2-SECRET']);
  });

  test('are kept nowhere in a plain run, in which nothing is published', () => {
    registerSecrets(['hunter2-SECRET'], {});

    expect(registeredSecrets({})).toEqual([]);
  });

  test('come back as they were, whatever signs they hold', () => {
    const secret = fc.string({ unit: 'binary', minLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(secret), (values) => {
        const env = newFile();

        registerSecrets(values, env);

        expect(registeredSecrets(env)).toEqual(values);
      }),
    );
  });
});
