import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { wordsOf } from '../gguf/vocabulary.ts';
import { modelFile } from './model-files.ts';
import { ownModels } from './own-models.ts';
import { trainings } from './trainings.ts';

test('no two chat models share a word', () => {
  const words = trainings.map(({ sentences }) => [...new Set(sentences.flatMap(wordsOf))]);
  const all = words.flat();
  expect(new Set(all).size).toBe(all.length);
});

// A changed model has to be meant: its users know it by its checksum.
test('the bytes of a model never change, and are few', () => {
  const sums = ownModels.map((model) => {
    const bytes = model.bytes();
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(model.bytes().equals(bytes)).toBe(true);
    return [model.file, createHash('sha256').update(bytes).digest('hex')];
  });
  expect(Object.fromEntries(sums)).toMatchInlineSnapshot(`
    {
      "compass-embed-f32.gguf": "3b5d5498500da6f6dea137cd448053f67950a49ab940ee4bf956d182db0fdd8d",
      "harbour-chat-f32.gguf": "2a1c1404eeb10c2ffc77fce67e780608670c06cd67f96b5ce1364463858f96ab",
      "lighthouse-chat-f32.gguf": "aecc1d77f704cab5b70536105f05a76a88b5902d9c885a5ead5ce2bea59373f8",
      "observatory-chat-f32.gguf": "c06183433aff2603e42180d3e80c0ae9d57936194f376034d6763cd70312e8d0",
      "orchard-chat-f32.gguf": "8795706781857db81c071ececa67a7b8c0d4659efb0c4989892d16ff73431046",
    }
  `);
});

test('a file is made once, and made anew when it is spoilt', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uat-models-'));
  try {
    const [model] = ownModels;
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
