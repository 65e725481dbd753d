import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { keepSecretsIn, registeredSecrets, registerSecrets } from './secrets.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-secrets-'));
afterAll(() => rmSync(scratch, { recursive: true }));

afterEach(() => keepSecretsIn(undefined));

/** From now on secrets are kept in a new file. */
function newFile(): string {
  const file = path.join(mkdtempSync(path.join(scratch, 'run-')), 'secrets');
  keepSecretsIn(file);
  return file;
}

describe('registered secrets', () => {
  test('are each given back once, whatever process registered them', () => {
    newFile();

    registerSecrets(['hunter2-SECRET', 'a token of somebody']);
    registerSecrets(['hunter2-SECRET']);

    expect(registeredSecrets()).toEqual(['hunter2-SECRET', 'a token of somebody']);
  });

  test('are no words of every day: too short ones, those of manuals and what is not there stay out', () => {
    newFile();

    registerSecrets(['', 'admin', 'kamiwaza', null, undefined]);

    expect(registeredSecrets()).toEqual([]);
  });

  test('stand in a file that only this user can read', () => {
    const file = newFile();

    registerSecrets(['hunter2-SECRET']);

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('are read up to the last whole line: another process may be writing', () => {
    const file = newFile();
    registerSecrets(['hunter2-SECRET']);
    appendFileSync(file, '"half a sec');

    expect(registeredSecrets()).toEqual(['hunter2-SECRET']);
  });

  test('are kept nowhere in a plain run, in which nothing is published', () => {
    registerSecrets(['hunter2-SECRET']);

    expect(registeredSecrets()).toEqual([]);
  });

  test('come back as they were, whatever signs they hold', () => {
    const secret = fc.string({ unit: 'binary', minLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(secret), (values) => {
        newFile();

        registerSecrets(values);

        expect(registeredSecrets()).toEqual(values);
      }),
    );
  });
});
