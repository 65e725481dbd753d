import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { dataFolder } from './data-folder.ts';
import { StartError } from './errors/start-error.ts';
import { removeStaleFolders } from './remove-stale-folders.ts';

// Beyond what Linux ever gives out.
const gone = 4_194_305;
let scratch: string;

beforeAll(async () => void (scratch = await mkdtemp(join(tmpdir(), 'uat-platform-folders-'))));
afterAll(() => rm(scratch, { recursive: true }));

describe('a named folder', () => {
  test('is made, kept, and free again afterwards', async () => {
    const named = join(scratch, 'new');
    const folder = await dataFolder(named);
    await folder.leave();
    await (await dataFolder(named)).leave();

    expect(existsSync(named)).toBe(true);
  });

  test('belongs to one platform at a time', async () => {
    const named = join(scratch, 'shared');
    const folder = await dataFolder(named);

    await expect(dataFolder(named)).rejects.toThrow(StartError);
    await expect(dataFolder(named)).rejects.toThrow(
      `Another platform (pid ${process.pid}) uses the data folder ${named}.`,
    );
    await folder.leave();
  });

  test('goes to one of two that start at the same moment', async () => {
    const named = join(scratch, 'raced');
    await mkdir(named);
    const outcomes = await Promise.allSettled([dataFolder(named), dataFolder(named)]);

    expect(outcomes.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'fulfilled',
      'rejected',
    ]);
  });

  test.each([
    ['is gone', gone],
    ['had our number before us', process.pid],
  ])('is free when its platform %s', async (_how, pid) => {
    const named = join(scratch, `stale-${pid}`);
    await mkdir(named);
    await writeFile(join(named, 'platform.pid'), `${pid}\n`);
    const folder = await dataFolder(named);

    expect(Number(await readFile(join(named, 'platform.pid'), 'utf8'))).toBe(process.pid);
    await folder.leave();
  });

  test.each(['/proc/nope', '/no/such/parent/folder'])('%s cannot be made and is told so', async (path) => {
    await expect(dataFolder(path)).rejects.toThrow(StartError);
    await expect(dataFolder(path)).rejects.toThrow(`The data folder ${path} cannot be used`);
  });
});

test('temporary folders of platforms that were killed are removed, and no others', async () => {
  const folders = {
    'uat-platform-killed': String(gone),
    'uat-platform-runnin': String(process.pid),
    'uat-platform-ownerl': undefined,
    'uat-platform-strang': 'x',
    'uat-platform-my-own-data': String(gone),
    'other-platform-abcd': String(gone),
  };
  for (const [name, pid] of Object.entries(folders)) {
    await mkdir(join(scratch, name));
    if (pid !== undefined) await writeFile(join(scratch, name, 'pid'), `${pid}\n`);
  }
  await removeStaleFolders(scratch);

  const left = Object.keys(folders).filter((name) => existsSync(join(scratch, name)));
  expect(left).toEqual(Object.keys(folders).slice(1));
});
