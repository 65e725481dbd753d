import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { describe, expect, test } from 'vitest';
import { readSymptoms, symptomsFile } from './symptoms.ts';

const read = (text: string) => {
  const root = temporaryFolder();
  writeFileSync(symptomsFile(root), text);
  return readSymptoms(root);
};

describe('symptoms.yaml', () => {
  test('is a list of labels, each with a pattern', async () => {
    const text = `- label: gpu-out-of-memory
  pattern: CUDA out of memory
  in: [logs]
  ticket: ENG-9
  class: infrastructure
- { label: exit-code, pattern: '/exit code \\d+/i' }
`;

    expect(await read(text)).toEqual([
      {
        ...{ label: 'gpu-out-of-memory', pattern: 'CUDA out of memory', in: ['logs'], ticket: 'ENG-9' },
        class: 'infrastructure',
      },
      { label: 'exit-code', pattern: '/exit code \\d+/i' },
    ]);
  });

  test('may be absent or empty', async () => {
    expect(await readSymptoms(path.join(temporaryFolder()))).toEqual([]);
    expect(await read('# none\n')).toEqual([]);
  });

  const entry = (pattern: string) => `# one\n- label: a\n  pattern: ${pattern}\n`;

  test.each([
    { what: 'no list', text: 'label: a\n', says: /line 1, expected a list of entries: / },
    { what: 'an unknown field', text: `${entry('abc')}  colour: red\n`, says: /line 2, entry 1: .*colour/ },
    { what: 'an unknown place', text: `${entry('abc')}  in: [mail]\n`, says: /line 4, entry 1, in: / },
    {
      what: 'a label of two words',
      text: entry('abc').replace(': a', ': a b'),
      says: /line 2, entry 1, label: /,
    },
    {
      what: 'half an expression',
      text: entry('"/(abc/"'),
      says: /line 3, entry 1, pattern: .*missing closing \)/,
    },
    {
      what: 'a back-reference',
      text: entry(String.raw`'/(a)\1/'`),
      says: /line 3, entry 1, pattern: .*no back-references/,
    },
    { what: 'a look-ahead', text: entry("'/a(?=b)/'"), says: /line 3, entry 1, pattern: .*no look-around/ },
    { what: 'an unknown flag', text: entry("'/abc/g'"), says: /line 3, entry 1, pattern: the flag g of/ },
    { what: 'a pattern that matches anything', text: entry("'/.*/'"), says: /line 3, .*matches any text/ },
  ])('with $what is a configuration error with the line', async ({ text, says }) => {
    const error: unknown = await read(text).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ kind: 'configuration', exitCode: 2 });
    expect((error as Error).message).toMatch(says);
  });

  test('that is no YAML is a configuration error', async () => {
    await expect(read('- [')).rejects.toMatchObject({ kind: 'configuration' });
  });
});
