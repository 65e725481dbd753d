import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { completionScript, shells } from './completion-script.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const uat = `'${process.execPath}' '${main}'`;

/** What bash has at hand when TAB is pressed behind these words. */
function tabInBash(...words: string[]): string[] {
  const script = `
    set -eu
    ${completionScript('bash', [process.execPath, main])}
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _uat_complete
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
}

describe('bash', () => {
  test.each([
    { words: ['uat', 'aut'], next: ['authnz'] },
    { words: ['uat', '--grant', 'tokens,se'], next: ['tokens,sessions'] },
    { words: ['uat', '--ticket', 'ENG-2861'], next: ['ENG-2861'] },
    { words: ['uat', 'smoke', '--', '--rep'], next: [] },
  ])('completes $words to $next', ({ words, next }) => {
    expect(tabInBash(...words)).toEqual(next);
  });

  test('lists every option behind --', () => {
    expect(tabInBash('uat', 'smoke', '--')).toEqual(
      expect.arrayContaining(['--target', '--grant', '--ticket', '--lane', '--help']),
    );
  });

  test('has uat as a command of its own, and may be taught twice', () => {
    const twice = `eval "$script"; eval "$script"; uat list --help`;
    const script = `script=$(${uat} completion bash); ${twice}`;

    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: uat list');
  });
});

describe('a script', () => {
  test.each(shells)('for %s asks uat for the words, whatever its folder is called', (shell) => {
    const script = completionScript(shell, ['/usr/bin/node', "/home/o'hara/our uat/main.ts"]);

    expect(script).toContain(String.raw`'/usr/bin/node' '/home/o'\''hara/our uat/main.ts' complete `);
  });
});
