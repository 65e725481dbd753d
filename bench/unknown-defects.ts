import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Verdict } from '@uat/runner';
import { $ } from 'zx';
import type { Figure } from './figure.ts';
import { type Middle, proxiedPlatform } from './proxied-platform.ts';
import { proxyDefects } from './proxy-defects.ts';

/**
 * How well the authnz area does against what nobody wrote a test for: a reverse proxy in front of the platform breaks
 * one thing at a time. Each defect and the tests that noticed go to standard error.
 */
export async function unknownDefects(): Promise<Figure[]> {
  const unbroken = await failuresBehind((asked, onward) => onward(asked));
  if (unbroken.length > 0) throw new Error(`red without any defect: ${unbroken.join(', ')}`);

  let caught = 0;
  for (const { what, middle } of proxyDefects) {
    const failures = await failuresBehind(middle());
    if (failures.length > 0) caught += 1;
    const [first, ...others] = failures;
    const by =
      first === undefined ? 'MISSED' : `${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    process.stderr.write(`  ${what}: ${by}\n`);
  }
  return [
    {
      what: 'defects of authnz that a proxy makes and no regression file knows',
      against: '–',
      figure: `${caught} of ${proxyDefects.length} caught`,
      aim: 'all',
    },
  ];
}

/** Titles of the tests that are red when this stands in front of the platform, and what they say. */
async function failuresBehind(middle: Middle): Promise<string[]> {
  await using target = await proxiedPlatform(middle);
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const run = $({ env: target.env, quiet: true, nothrow: true });
  await run`node packages/cli/src/main.ts smoke authnz --no-report --out ${out} -- --no-deps`;
  const verdict = JSON.parse(await readFile(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
  await rm(out, { recursive: true });
  if (verdict.kind !== 'pass' && verdict.kind !== 'regression') return [`(${verdict.kind})`];
  return verdict.failures.map(
    ({ title, error }) => `“${title}” (${(error.split('\n')[0] ?? '').slice(0, 120)})`,
  );
}
