import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { configElsewhere } from './support/config-elsewhere.ts';
import { runningPlatform } from './support/running-platform.ts';
import { asAdmin } from './support/shared-platform.ts';
import { uat } from './support/spawn-uat.ts';

const own = fileURLToPath(new URL('../../../uat.config.ts', import.meta.url));
const off = 'where relations are off, there is nothing to ask of them';
const about = (target: string) => [
  ...['authnz', '--grep', `${off}|holds from when it is stated`, '--target', target, '--grant', 'policy'],
  ...['--no-report', '--', '--no-deps'],
];

describe('a target without relations', () => {
  test('is asked that there are none, and nothing else of them', async () => {
    await using platform = await runningPlatform('--no-relations');

    const { verdict } = await uat(about(platform.ready.url), {
      config: configElsewhere(own),
      env: asAdmin,
    });

    expect(verdict).toMatchObject({ kind: 'pass', counts: { discovered: 2, passed: 1, notEligible: 1 } });
    expect(verdict.notEligible).toMatchObject([{ requires: 'capability:relations' }]);
  });

  test('is no such target where they answer all the same', async () => {
    await using platform = await runningPlatform();
    const elsewhere = configElsewhere(own);
    const config = elsewhere.replace(/uat\.config\.ts$/, 'there.config.ts');
    const targets = { there: { url: platform.ready.url, capabilities: ['no-relations'] } };
    writeFileSync(
      config,
      `import config from ${JSON.stringify(elsewhere)};\nexport default { ...config, targets: ${JSON.stringify(targets)} };\n`,
    );

    const { verdict } = await uat(about('there'), { config, env: asAdmin });

    expect(verdict.failures).toMatchObject([
      { title: off, class: 'product', error: 'expected 404, got 403 from POST /api/auth/check' },
    ]);
  });
});
