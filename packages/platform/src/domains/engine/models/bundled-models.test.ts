import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { wordsOf } from '../gguf/vocabulary.ts';
import { modelFile } from './model-files.ts';
import { bundledModels } from './bundled-models.ts';
import { trainings } from './trainings.ts';

test('no two chat models share a word', () => {
  const words = trainings.map(({ sentences }) => [...new Set(sentences.flatMap(wordsOf))]);
  const all = words.flat();
  expect(new Set(all).size).toBe(all.length);
});

// A changed model has to be meant: its users know it by its checksum.
test('the bytes of a model never change, and are few', () => {
  const sums = bundledModels.map((model) => {
    const bytes = model.bytes();
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(model.bytes().equals(bytes)).toBe(true);
    return [model.file, createHash('sha256').update(bytes).digest('hex')];
  });
  expect(Object.fromEntries(sums)).toMatchInlineSnapshot(`
    {
      "compass-embed-f32.gguf": "fa96c22a8dd38b045734d5430c921808c32e9d8dd61d149790d44b5c4138c8d8",
      "harbour-chat-f32.gguf": "ea688b9b6e9883397fd5c71afd661d03e409e6ec1f42bc7612c0a2520c653875",
      "lighthouse-chat-f32.gguf": "65717aca81f14d541327a2ab384e581f18ecad2231310373607220c9499401ff",
      "meadow-chat-f32.gguf": "d70ce4e3f8b8a1378bf5c7788c200be63a9a3b3f00353ee246b22a2a24736f63",
      "observatory-chat-f32.gguf": "05dc164772a34305454734581f959b94858df768465e6dd1831e89096628e296",
      "orchard-chat-f32.gguf": "296033e6647cdcb893ec2a3b581fac125cc2e9bd729d3b3d59683cb20d914980",
    }
  `);
});

test('a file is made once, and made anew when it is spoilt', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uat-models-'));
  try {
    const [model] = bundledModels;
    const [{ path, size, sha256 }] = await Promise.all([
      modelFile(folder, model!),
      modelFile(folder, model!),
    ]);
    expect(await readdir(folder)).toEqual([model!.file]);

    await writeFile(path, 'spoilt');
    await modelFile(folder, model!);

    const bytes = await readFile(path);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
