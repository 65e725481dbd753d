import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { publishEvidence } from './publish-evidence.ts';

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

describe('published evidence', () => {
  test('lies where it lay, and its text is redacted at any depth', () => {
    const from = evidence({
      'junit.xml': `<failure>${secret}</failure>`,
      'attachments/a/deep/notes.json': JSON.stringify({ password: secret }),
    });
    const to = newFolder();

    publishEvidence({ from, to, secrets: [secret] });

    expect(readFileSync(path.join(to, 'junit.xml'), 'utf8')).toBe('<failure>***</failure>');
    expect(readFileSync(path.join(to, 'attachments/a/deep/notes.json'), 'utf8')).toBe('{"password":"***"}');
  });

  test('holds no secret in the name of a file', () => {
    const to = newFolder();

    publishEvidence({ from: evidence({ [`attachments/dump-${secret}.txt`]: 'x' }), to, secrets: [secret] });

    expect(readFileSync(path.join(to, 'attachments/dump-redacted.txt'), 'utf8')).toBe('x');
  });

  test('can be read where it is XML, whatever a test printed', () => {
    const to = newFolder();

    publishEvidence({
      from: evidence({ 'junit.xml': '<a>\ufffe🙂\uffff</a>', 'attachments/a.txt': '\ufffe' }),
      to,
      secrets: [],
    });

    expect(readFileSync(path.join(to, 'junit.xml'), 'utf8')).toBe('<a>🙂</a>');
    expect(readFileSync(path.join(to, 'attachments/a.txt'), 'utf8')).toBe('\ufffe');
  });

  test('keeps pictures and archives byte by byte', () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xfe]);
    const to = newFolder();

    publishEvidence({ from: evidence({ 'attachments/failed.png': picture }), to, secrets: [secret] });

    expect(readFileSync(path.join(to, 'attachments/failed.png'))).toEqual(picture);
  });

  test('is redacted also where a text has a zero byte', () => {
    const to = newFolder();

    publishEvidence({
      from: evidence({ 'attachments/answer.txt': `/a\0b ${secret}` }),
      to,
      secrets: [secret],
    });

    expect(readFileSync(path.join(to, 'attachments/answer.txt'), 'utf8')).toBe('/a\0b ***');
  });

  test('leaves alone what is in the run’s folder already', () => {
    const to = evidence({ 'events.ndjson': 'first\n' });

    publishEvidence({ from: evidence({ 'junit.xml': '<a/>' }), to, secrets: [] });

    expect(readFileSync(path.join(to, 'events.ndjson'), 'utf8')).toBe('first\n');
  });

  test('of nothing is nothing', () => {
    const to = path.join(newFolder(), 'later');

    publishEvidence({ from: newFolder(), to, secrets: [secret] });

    expect(existsSync(to)).toBe(false);
  });

  test('that cannot be written is infrastructure, with what to do', () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');

    expect(() => publishEvidence({ from: evidence({ 'junit.xml': '<a/>' }), to: file, secrets: [] })).toThrow(
      expect.objectContaining({
        kind: 'infrastructure',
        message: `Results cannot be written to ${file} (EEXIST). Make room or name another folder with --out.`,
      }),
    );
  });
});
