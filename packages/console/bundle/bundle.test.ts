import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consoleBundle } from './bundle.ts';
import { pruneBundles } from './prune-bundles.ts';

let home: string;
let root: string;
let cache: string;
let lines: string[];

const options = () => ({
  root,
  cache,
  dependencies: ['tiny'],
  announce: (line: string) => void lines.push(line),
});

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'console-bundle-'));
  root = join(home, 'console');
  cache = join(home, 'cache');
  lines = [];
  await mkdir(root);
  await mkdir(join(root, 'node_modules/tiny'), { recursive: true });
  await writeFile(join(root, 'node_modules/tiny/package.json'), '{ "version": "1.0.0" }');
  await writeFile(join(root, 'index.html'), '<html><script type="module" src="./main.js"></script></html>');
  await writeFile(join(root, 'main.js'), 'document.title = "tiny";');
});

afterEach(() => rm(home, { recursive: true, force: true }));

describe('consoleBundle', () => {
  test('builds once, says so in one line, and answers from the cache after that', async () => {
    const first = await consoleBundle(options());
    const second = await consoleBundle(options());

    expect(second).toBe(first);
    expect(lines).toEqual(['building the console (once) …']);
    expect(await readFile(join(first, 'index.html'), 'utf8')).toContain('/assets/index-');
  });

  test('calls at the same time share one build', async () => {
    const folders = await Promise.all([1, 2, 3].map(() => consoleBundle(options())));

    expect(new Set(folders).size).toBe(1);
    expect(lines).toHaveLength(1);
  });

  test('processes at the same time do not disturb each other', async () => {
    const script = `import { consoleBundle } from ${JSON.stringify(join(import.meta.dirname, 'bundle.ts'))};
      console.log(await consoleBundle(${JSON.stringify({ root, cache, dependencies: ['tiny'] })}));`;
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);

    const answers = await Promise.all([run(), run(), run()]);

    const folders = new Set(answers.map(({ stdout }) => stdout.trim()));
    expect(folders.size).toBe(1);
    expect(await readdir(cache)).toHaveLength(1);
    expect(await readdir([...folders].join())).toContain('index.html');
  });

  test('a changed source or a changed package gives another bundle', async () => {
    const before = await consoleBundle(options());
    await writeFile(join(root, 'main.js'), 'document.title = "changed";');
    const changed = await consoleBundle(options());
    await writeFile(join(root, 'node_modules/tiny/package.json'), '{ "version": "1.0.1" }');
    const upgraded = await consoleBundle(options());

    expect(new Set([before, changed, upgraded]).size).toBe(3);
  });

  test('a build that fails says why and leaves nothing behind', async () => {
    await writeFile(join(root, 'main.js'), 'import "./not-there.js";');

    await expect(consoleBundle(options())).rejects.toThrow(/could not be built: .*not-there/s);
    expect(await readdir(cache)).toEqual([]);
  });
});

describe('pruneBundles', () => {
  const minutesAgo = async (name: string, minutes: number) => {
    const when = new Date(Date.now() - minutes * 60_000);
    await mkdir(join(cache, name), { recursive: true });
    await utimes(join(cache, name), when, when);
  };

  test('keeps the two used last and all of the last hour, and clears what was never finished', async () => {
    await minutesAgo('newest', 10);
    await minutesAgo('recent', 30);
    await minutesAgo('third-but-young', 50);
    await minutesAgo('old', 90);
    await minutesAgo('unfinished-now', 5);
    await minutesAgo('unfinished-long-ago', 120);

    await pruneBundles(cache);

    expect((await readdir(cache)).toSorted()).toEqual([
      'newest',
      'recent',
      'third-but-young',
      'unfinished-now',
    ]);
  });

  test('the two used last stay however old they are', async () => {
    await minutesAgo('a', 500);
    await minutesAgo('b', 600);
    await minutesAgo('c', 700);

    await pruneBundles(cache);

    expect((await readdir(cache)).toSorted()).toEqual(['a', 'b']);
  });
});
