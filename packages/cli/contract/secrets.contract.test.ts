import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runningPlatform } from './support/running-platform.ts';
import { uat } from './support/spawn-uat.ts';

const sentinel = 'sentinel-Pa55word/with+specials&=';
/** Sent once, in a request that the target refuses: no account ever has it. */
const refused = 'never-anybody-s-Pa55word';

/** Every file below a folder but the traces, by name, as text. */
function publishedFiles(folder: string): [name: string, content: string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('trace.zip'))
    .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]);
}

describe('a run with careless tests', () => {
  test('leaves no secret in its folder outside the traces, nor on the terminal', async () => {
    await using platform = await runningPlatform('--admin-password', sentinel);

    const { verdict, out, stdout, stderr } = await uat(
      ['leaky', '--target', platform.ready.url, '--grant', 'tokens'],
      {
        env: {
          KAMIWAZA_USERNAME: 'admin',
          KAMIWAZA_PASSWORD: sentinel,
          UAT_USER_USERNAME: 'admin',
          UAT_USER_PASSWORD: sentinel,
        },
      },
    );

    expect(verdict.counts).toMatchObject({ discovered: 8, failed: 7, skipped: 1 });
    const spellings = [
      ...[sentinel, encodeURIComponent(sentinel), JSON.stringify(sentinel).slice(1, -1), refused],
      // A part of it, also where colours interrupt it or it is encoded.
      ...[sentinel.slice(0, 12), sentinel.slice(12)],
      ...(['hex', 'base64'] as const).map((how) => Buffer.from(sentinel.slice(0, 12)).toString(how)),
      Buffer.from(sentinel, 'utf16le').toString('latin1'),
    ];
    const jwt = /eyJ[\w-]{8,}\.[\w-]{8,}\./;
    const hits = [...publishedFiles(out), ['the terminal', stdout + stderr] as const].flatMap(
      ([name, content]) =>
        jwt.test(content) || spellings.some((spelling) => `${name}\n${content}`.includes(spelling))
          ? [name]
          : [],
    );
    expect(hits).toEqual([]);
    expect(readFileSync(path.join(out, 'verdict.json'), 'utf8'), 'blanked, not lost').toContain('***');
    const evidence = publishedFiles(out).map(([, content]) => content);
    expect(evidence, 'what was sent beside it is kept').toContainEqual(
      expect.stringMatching(/409\nsent: \{\n {2}"username": "admin",[^}]+"password": "\*{3}"/),
    );
  });
});
