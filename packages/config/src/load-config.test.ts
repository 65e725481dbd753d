import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from './load-config.ts';
import { projectRoot, UatError } from '@uat/core';

const folder = mkdtempSync(path.join(tmpdir(), 'uat-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const valid = `export default {
  tickets: { pattern: /^ENG-\\d+$/, url: 'https://tickets.test/%s' },
  areas: { smoke: { title: 'Smoke' } },
  lanes: { local: {}, cd: {}, nightly: {} },
};`;

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('the config', () => {
  test('is the file that was named, and knows where it lies', async () => {
    const config = await loadConfig(written('named.config.ts', valid), { UAT_CONFIG: '/nowhere.ts' });

    expect(config).toMatchObject({ root: folder, areas: { smoke: { title: 'Smoke' } } });
  });

  test('is the file of UAT_CONFIG when none was named', async () => {
    const config = await loadConfig(undefined, { UAT_CONFIG: written('from-env.config.ts', valid) });

    expect(config.root).toBe(folder);
  });

  test.each([{}, { UAT_CONFIG: '' }])('is the one of the repository otherwise: %j', async (env) => {
    const config = await loadConfig(undefined, env);

    expect(path.resolve(config.root)).toBe(path.resolve(projectRoot));
  });
});

describe('a config that cannot be used is a configuration error', () => {
  test.each([
    {
      what: 'that throws',
      name: 'throws.config.ts',
      text: `throw new Error('half-edited');`,
      says: 'half-edited',
    },
    {
      what: 'with a syntax error',
      name: 'syntax.config.ts',
      text: 'export default {',
      says: 'cannot be read',
    },
    {
      what: 'without a default export',
      name: 'no-default.config.ts',
      text: 'export {};',
      says: 'is not a valid config',
    },
    {
      what: 'with a wrong value',
      name: 'wrong.config.ts',
      text: valid.replace("title: 'Smoke'", 'title: 1'),
      says: 'areas.smoke.title',
    },
  ])('a file $what', async ({ name, text, says }) => {
    const file = written(name, text);

    const error: unknown = await loadConfig(file, {}).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(UatError);
    expect(error).toMatchObject({ kind: 'configuration', exitCode: 2 });
    expect((error as UatError).message).toContain(file);
    expect((error as UatError).message).toContain(says);
  });

  test('a file that is not there', async () => {
    const file = path.join(folder, 'missing.config.ts');

    await expect(loadConfig(file, {})).rejects.toThrow(`There is no config file ${file}.`);
  });
});
