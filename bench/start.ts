import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { $ } from 'zx';
import type { Figure } from './figure.ts';
import { median, seconds } from './timing.ts';

const pairs = 4;
const tests = 26;

/**
 * The cost of a small run on top of Playwright: `uat smoke`, which starts a platform and runs 26 tests, against plain
 * `playwright test` on as many empty tests, in pairs of alternating order. The figure is the median of the ratios.
 */
export async function start(): Promise<Figure[]> {
  // Inside the project, so that the spec can import Playwright.
  const root = path.join(projectRoot, '.uat');
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(path.join(root, 'bench-'));
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const run = $({ quiet: true });
  try {
    await writeFile(
      path.join(folder, 'playwright.config.ts'),
      "export default { testDir: '.', workers: 2, fullyParallel: true, reporter: 'line' };\n",
    );
    await writeFile(
      path.join(folder, 'empty.spec.ts'),
      `import { test } from '@playwright/test';\nfor (let n = 1; n <= ${tests}; n += 1) test(\`empty \${n}\`, async () => {});\n`,
    );
    const plain = () => seconds(run`playwright test -c ${folder}`);
    const ours = () => seconds(run`node packages/cli/src/main.ts smoke --no-report --aside --out ${out}`);
    // Both start with warm caches.
    await plain();
    await ours();
    const measured: { ours: number; plain: number }[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const [first, second] = pair % 2 === 0 ? [ours, plain] : [plain, ours];
      const [a, b] = [await first(), await second()];
      measured.push(pair % 2 === 0 ? { ours: a, plain: b } : { ours: b, plain: a });
    }
    return [
      {
        what: 'a run of smoke on a platform of its own, `uat smoke --no-report`',
        against: `plain \`playwright test\` on ${tests} empty tests (${median(measured.map((pair) => pair.plain)).toFixed(1)} s)`,
        figure: `${median(measured.map((pair) => pair.ours / pair.plain)).toFixed(2)} ×`,
        aim: '≤ 2.0 ×',
      },
    ];
  } finally {
    for (const one of [folder, out]) await rm(one, { recursive: true, force: true });
  }
}
