import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { publishEvidence, type PublishEvidenceOptions } from './publish-evidence.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-evidence-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newFolder = () => mkdtempSync(path.join(scratch, 'run-'));
const secret = 'hunter2-SECRET';

/** A folder with these files. */
function evidence(files: Record<string, string | Buffer>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** What is published of a folder: where, and what was left out. */
async function published(from: string, options: Partial<PublishEvidenceOptions> = {}) {
  const to = newFolder();
  const leftOut = await publishEvidence({ from, to, secrets: [secret], ...options });
  const read = (name: string) => readFileSync(path.join(to, name));
  return { to, leftOut, read, text: (name: string) => read(name).toString() };
}

describe('published evidence', () => {
  test('lies where it lay, and its text is redacted at any depth', async () => {
    const { text, leftOut } = await published(
      evidence({
        'answers.xml': `<failure>${secret}</failure>`,
        'attachments/a/deep/notes.json': JSON.stringify({ password: secret }),
      }),
    );

    expect(text('answers.xml')).toBe('<failure>***</failure>');
    expect(text('attachments/a/deep/notes.json')).toBe('{"password":"***"}');
    expect(leftOut).toEqual([]);
  });

  test.each([
    {
      kind: 'png',
      content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xfe]),
    },
    { kind: 'webm', content: Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81]) },
    { kind: 'gz', content: gzipSync('hello '.repeat(1000)) },
    { kind: 'pdf', content: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj', 'latin1') },
    {
      kind: 'gif',
      content: Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000\u00ff\u00ff', 'latin1'),
    },
    { kind: 'mp4', content: Buffer.from('\u0000\u0000\u0000\u0018ftypmp42\u00f0\u0080', 'latin1') },
    { kind: 'wasm', content: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 0x84, 0x80]) },
    {
      kind: 'tar',
      content: Buffer.concat([Buffer.from('name\0'.padEnd(512, '\0')), Buffer.from([0xc3, 0x28])]),
    },
    { kind: 'txt', content: Buffer.from('Größe und Maß in Latin-1', 'latin1') },
    { kind: 'csv', content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a;ä;日', 'utf16le')]) },
    { kind: 'bin', content: Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 131) % 256)) },
  ])('is what it was, byte for byte, where it is no UTF-8: $kind', async ({ kind, content }) => {
    const { read, leftOut } = await published(evidence({ [`attachments/a.${kind}`]: content }));

    expect(read(`attachments/a.${kind}`)).toEqual(content);
    expect(leftOut).toEqual([]);
  });

  test.each([
    { how: 'as it is', bytes: Buffer.from(secret) },
    { how: 'in UTF-16', bytes: Buffer.from(secret, 'utf16le') },
    { how: 'in UTF-16, big end first', bytes: Buffer.from(secret, 'utf16le').swap16() },
    { how: 'in base64', bytes: Buffer.from(Buffer.from(secret).toString('base64')) },
  ])('has a word in place of bytes that hold a secret $how', async ({ bytes }) => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe, 0xd8, 0x00]), bytes, Buffer.from([0x80])]);

    const { text, leftOut } = await published(
      evidence({ 'attachments/a.bin': content, 'answers.xml': '<a/>' }),
    );

    const why = 'it contains a secret, and is not UTF-8 text from which that could be removed';
    expect(leftOut).toEqual([{ file: 'attachments/a.bin', why }]);
    expect(text('attachments/a.bin')).toBe(`left out: ${why}\n`);
    expect(text('answers.xml')).toBe('<a/>');
  });

  test('has traces, which cannot be redacted, unseen', async () => {
    const trace = Buffer.from(`PK\u0003\u0004 ${secret}\u00ff`, 'latin1');

    const { read } = await published(evidence({ 'attachments/a-test/trace.zip': trace }));

    expect(read('attachments/a-test/trace.zip')).toEqual(trace);
  });

  test('has no secret in the names of files, and each name once', async () => {
    const { to, text } = await published(
      evidence({ [`attachments/${secret}/a-${secret}.txt`]: '1', [`attachments/x-${secret}.txt`]: 'a' }),
      { secrets: [secret, 'another-S3cret-1'] },
    );
    const alike = await published(evidence({ [`x-${secret}.txt`]: 'one', 'x-another-S3cret-1.txt': 'two' }), {
      secrets: [secret, 'another-S3cret-1'],
    });

    expect(text('attachments/redacted/a-redacted.txt')).toBe('1');
    expect(readdirSync(path.join(to, 'attachments')).toSorted()).toEqual(['redacted', 'x-redacted.txt']);
    expect(readdirSync(alike.to).toSorted()).toEqual(['x-redacted-2.txt', 'x-redacted.txt']);
  });

  test('is redacted also where a text has a zero byte', async () => {
    const { text } = await published(evidence({ 'attachments/answer.txt': `/a\0b ${secret}` }));

    expect(text('attachments/answer.txt')).toBe('/a\0b ***');
  });

  test('keeps the mark of byte order at the beginning of a text', async () => {
    const { text } = await published(evidence({ 'a.csv': `\uFEFFa;${secret}` }));

    expect(text('a.csv')).toBe('\uFEFFa;***');
  });

  test('is redacted where a secret lies across what is read at a time', { timeout: 30_000 }, async () => {
    const filler = 'ä'.repeat(700_000);
    const { text } = await published(evidence({ 'long.txt': `x${filler}${secret}${filler}${secret}` }));

    expect(text('long.txt')).toBe(`x${filler}***${filler}***`);
  });

  test('leaves alone what is in the run’s folder already', async () => {
    const to = evidence({ 'events.ndjson': 'first\n' });

    await publishEvidence({ from: evidence({ 'answers.xml': '<a/>' }), to, secrets: [] });

    expect(readFileSync(path.join(to, 'events.ndjson'), 'utf8')).toBe('first\n');
  });

  test('of nothing is nothing', async () => {
    const to = path.join(newFolder(), 'later');

    await publishEvidence({ from: newFolder(), to, secrets: [secret] });

    expect(existsSync(to)).toBe(false);
  });

  test('that cannot be written is infrastructure, with what to do', async () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');

    const publication = publishEvidence({ from: evidence({ 'answers.xml': '<a/>' }), to: file, secrets: [] });

    await expect(publication).rejects.toMatchObject({
      kind: 'infrastructure',
      message: `Results cannot be written to ${file} (EEXIST). Make room or name another folder with --out.`,
    });
  });

  test('is there as far as it can be written', async () => {
    const to = evidence({ attachments: 'a file where a folder has to be' });
    const from = evidence({ 'attachments/a.txt': 'a', 'answers.xml': '<a/>' });

    await expect(publishEvidence({ from, to, secrets: [] })).rejects.toMatchObject({
      kind: 'infrastructure',
    });

    expect(readFileSync(path.join(to, 'answers.xml'), 'utf8')).toBe('<a/>');
  });
});

const oddities: { what: string; why: string; make: (odd: string) => Promise<unknown> }[] = [
  { what: 'a link', why: 'it is a link', make: (odd) => symlink('/etc/passwd', odd) },
  { what: 'a link to itself', why: 'it is a link', make: (odd) => symlink('odd', odd) },
  {
    what: 'a socket',
    why: 'it is not a file',
    make: (odd) => once(createServer().unref().listen(odd), 'listening'),
  },
];

test.each(oddities)(
  'only what is not a file is left out, with a placeholder: $what',
  async ({ why, make }) => {
    const from = evidence({ 'attachments/a.txt': 'a', 'answers.xml': '<a/>' });
    await make(path.join(from, 'odd'));

    const { text, leftOut } = await published(from);

    expect(leftOut).toEqual([{ file: 'odd', why }]);
    expect(text('odd')).toBe(`left out: ${why}\n`);
    expect([text('attachments/a.txt'), text('answers.xml')]).toEqual(['a', '<a/>']);
  },
);

describe('a file of more than a string can hold', () => {
  const size = 0x2000_0000 + 4096;

  /** A file of zeros behind a few bytes; sparse, so that it takes no room. */
  function hugeFile(folder: string, name: string, beginning: Buffer): void {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), beginning);
    truncateSync(path.join(folder, name), size);
  }

  test('takes nothing else with it where it is left out', async () => {
    const from = evidence({ 'answers.xml': '<a/>', 'allure-results/1-result.json': '{}' });
    hugeFile(from, 'attachments/huge.bin', Buffer.from(`\u00FF${secret}`, 'latin1'));
    hugeFile(from, 'allure-results/huge-attachment.txt', Buffer.from('text'));

    const { to, text, leftOut } = await published(from);

    expect([text('answers.xml'), text('allure-results/1-result.json')]).toEqual(['<a/>', '{}']);
    expect(leftOut.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual([
      {
        file: 'allure-results/huge-attachment.txt',
        why: "it is too large for the report (513 MiB); see attachments/ in the run's folder",
      },
      {
        file: 'attachments/huge.bin',
        why: 'it contains a secret, and is not UTF-8 text from which that could be removed',
      },
    ]);
    expect(statSync(path.join(to, 'attachments/huge.bin')).size).toBeLessThan(200);
  });

  test('is left out when the run has to end, and nothing small with it', async () => {
    const from = evidence({ 'answers.xml': '<a/>' });
    hugeFile(from, 'attachments/huge.txt', Buffer.from('the end'));

    const { text, leftOut } = await published(from, { signal: AbortSignal.abort() });

    expect(text('answers.xml')).toBe('<a/>');
    expect(leftOut).toEqual([
      {
        file: 'attachments/huge.txt',
        why: 'there was no time for a file of this size when the run was stopped',
      },
    ]);
  });
});
