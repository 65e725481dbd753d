import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const tool = fileURLToPath(new URL('./check-workflows.ts', import.meta.url));

/** The output of the check in a folder with this workflow, or without any. */
function checked(workflow?: string): { status: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'uat-workflows-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (workflow !== undefined) {
    mkdirSync(path.join(folder, '.github/workflows'), { recursive: true });
    writeFileSync(path.join(folder, '.github/workflows/stage.yml'), workflow);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], { cwd: folder, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

const good = `
on: push
jobs:
  stage:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@1af3b93b6815bc44a9784bd300feb67ff0d1eeb3 # v6.0.0
        with:
          ref: \${{ job.workflow_sha }}
      - run: echo "$GITHUB_SHA"
`;

test('a good workflow passes', () => {
  expect(checked(good)).toEqual({ status: 0, said: '' });
});

test.each([
  {
    what: 'an unknown key',
    bad: good.replace('runs-on', 'runs_on'),
    says: 'unexpected key "runs_on"',
  },
  { what: 'an unknown context', bad: good.replace('job.workflow_sha', 'inputs.ref'), says: '"ref"' },
  {
    what: 'an issue title in a script',
    bad: good.replace('"$GITHUB_SHA"', '"${{ github.event.issue.title }}"'),
    says: 'potentially untrusted',
  },
  {
    what: 'an action by its tag',
    bad: good.replace(/@[0-9a-f]{40}/, '@v6'),
    says: 'stage.yml:7 Pin actions/checkout@v6 to a full commit.',
  },
])('$what is found', ({ bad, says }) => {
  const { status, said } = checked(bad);

  expect(status).toBe(1);
  expect(said).toContain(says);
});

test('a folder without workflows does not pass', () => {
  const { status, said } = checked();

  expect(status).toBe(1);
  expect(said).toContain('No workflow was linted');
});
