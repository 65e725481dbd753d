import { mkdtemp, readFile, rm, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixturePlan } from '../fixture/fixture-plan.ts';
import { buildDeb } from './build-deb.ts';

const plan = fixturePlan('current');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'uat-artifacts-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the same plan produces the same bytes', async () => {
  const again = path.join(folder, 'again');
  await mkdir(again);

  const [one, other] = [await buildDeb(plan, folder), await buildDeb(plan, again)];

  expect((await readFile(one)).equals(await readFile(other))).toBe(true);
});

test.skipIf((await execa('dpkg-deb', ['--version'], { reject: false })).failed)(
  'dpkg reads the package as planned',
  async () => {
    const deb = await buildDeb(plan, folder);

    const { stdout: contents } = await execa('dpkg-deb', ['-c', deb]);
    const { stdout: fields } = await execa('dpkg-deb', ['-f', deb, 'Package', 'Version', 'Depends']);

    expect(contents).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/acme-agent\/bin\/acme-agent$/m);
    expect(fields.split('\n')).toEqual(['Package: acme-agent', 'Version: 1.1.0', 'Depends: python3']);
  },
);

test('two entries for one path, and a conffile that is not in the package, are rejected', async () => {
  const twice = { ...plan, entries: [...plan.entries, ...plan.entries.slice(0, 1)] };
  const missing = { ...plan, conffiles: ['/etc/other.conf'] };

  await expect(buildDeb(twice, folder)).rejects.toThrow('one path');
  await expect(buildDeb(missing, folder)).rejects.toThrow('/etc/other.conf');
});
