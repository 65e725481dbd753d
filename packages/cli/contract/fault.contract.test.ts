import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { uat } from './support/spawn-uat.ts';

const config = fileURLToPath(new URL('./efficacy/uat.config.ts', import.meta.url));

test('a run with a fault says so wherever it reports results', async () => {
  const { exitCode, verdict, out, stdout, stderr } = await uat(['smoke', '--fault', 'A24', '--no-report'], {
    config,
  });

  expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 1, kind: 'regression' });
  expect(verdict.target.faults).toEqual(['A24']);
  expect(verdict.failures).toMatchObject([
    { catches: ['A24'], foundAfter: expect.any(Number), rerun: expect.stringContaining('--fault A24') },
  ]);
  expect(stderr).toContain('A24: ForwardAuth lets a held PATCH request pass without naming the caller.');
  expect(stdout).toContain('seeded: A24');
  expect(readFileSync(path.join(out, 'summary.md'), 'utf8')).toContain('with seeded A24');
  expect(readFileSync(path.join(out, 'allure-results', 'environment.properties'), 'utf8')).toContain('A24');
});

test.each([
  {
    what: 'an unknown one',
    args: ['--fault', 'A4,a42'],
    says: "There is no fault 'a42'. Did you mean 'A2'?",
  },
  {
    what: 'a target that is there already',
    args: ['--fault', 'A4', '--target', 'http://127.0.0.1:1'],
    says: "'127.0.0.1:1' runs already",
  },
  {
    what: 'a local platform',
    args: ['--fault', 'A4', '--target', 'local'],
    says: 'Start that platform with --fault',
  },
])('a fault that cannot be seeded is a configuration error: $what', async ({ args, says }) => {
  const { exitCode, verdict } = await uat(['smoke', ...args], { config });

  expect({ exitCode, kind: verdict.kind }).toEqual({ exitCode: 2, kind: 'configuration' });
  expect(verdict.trouble.join('\n')).toContain(says);
});
