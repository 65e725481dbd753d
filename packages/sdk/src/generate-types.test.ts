import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateTypes } from './generate-types.ts';
import { stubTarget } from './testing/stub-target.ts';

const minimal = { openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {} };

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function generate(...args: string[]): Promise<Result> {
  const output = { out: '', err: '' };
  const code = await generateTypes(args, {
    out: (text) => (output.out += text),
    err: (text) => (output.err += text),
  });
  return { code, ...output };
}

describe('sdk:generate', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sdk-generate-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('finds the committed files up to date', async () => {
    await expect(generate('--check')).resolves.toMatchObject({
      code: 0,
      out: expect.stringMatching(/is up to date/),
    });
  });

  it('with --check finds missing and edited types out of date, and writes nothing', async () => {
    const [from, to] = [join(folder, 'openapi.json'), join(folder, 'types.ts')];
    await writeFile(from, JSON.stringify(minimal));
    expect(await generate('--check', '--from', from, '--to', to)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is missing. Run/),
    });
    expect(await readdir(folder)).toEqual(['openapi.json']);

    await writeFile(to, 'export type old = 1;\n');
    expect(await generate('--check', '--from', from, '--to', to)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is out of date/),
    });
    expect(await readFile(to, 'utf8')).toBe('export type old = 1;\n');
  });

  it.each(['', '/api', '/api/openapi.json'])('writes the types of a live target at host%s', async (path) => {
    await using target = await stubTarget(({ url }) =>
      url === '/api/openapi.json' ? { body: minimal } : { status: 404 },
    );
    const to = join(folder, 'deep/er/live.ts');

    expect(await generate('--from', `${target.origin}${path}`, '--to', to)).toMatchObject({ code: 0 });

    expect(await readFile(to, 'utf8')).toMatch(/export type paths = Record<string, never>/);
    expect(await generate('--from', `${target.origin}${path}`, '--to', to, '--check')).toMatchObject({
      code: 0,
    });
  });

  it('leaves the old file when the target is down, has no document, or is not a Kamiwaza', async () => {
    const to = join(folder, 'live.ts');
    await writeFile(to, 'old');
    await using page = await stubTarget(() => ({
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><p>hi',
    }));
    await using empty = await stubTarget(() => ({ status: 404, body: { detail: 'Not Found' } }));
    const dead = await stubTarget(() => undefined);
    await dead[Symbol.asyncDispose]();

    expect(await generate('--from', dead.origin, '--to', to)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/does not respond \(ECONNREFUSED\)/),
    });
    expect(await generate('--from', empty.origin, '--to', to)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/answered 404/),
    });
    expect(await generate('--from', page.origin, '--to', to)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is not an OpenAPI 3 document/),
    });

    expect(await readdir(folder)).toEqual(['live.ts']);
    expect(await readFile(to, 'utf8')).toBe('old');
  });

  it.each([[['--from', 'x.yaml']], [['--bogus']], [['stray']]])('exits 2 for %j', async (args) => {
    expect(await generate(...args)).toMatchObject({ code: 2, err: expect.stringMatching(/\S/) });
  });

  it('shows examples with --help', async () => {
    expect(await generate('--help')).toMatchObject({ code: 0, out: expect.stringMatching(/--from https:/) });
  });
});
