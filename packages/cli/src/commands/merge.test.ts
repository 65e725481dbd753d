import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openHistory } from '@uat/history';
import { beginRecord, fold, judge, readRecord, recordEvent, verdictSchema } from '@uat/record';
import { answered, ended, failed, header, passed, plan, planned, target } from '@uat/record/testing';
import { temporaryFolder } from '@uat/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { merge } from './merge.ts';

const [a, b] = ['authnz/sign-in#a', 'authnz/sign-in#b'];
const whole = plan(planned(a), planned(b));
const picture = 'attachments/sign-in/picture.png';

/** A part on the disk, with what its test attached under a name that each part has. */
function part(index: number, id: string, events: Parameters<typeof recordEvent>[1][], of = 2): string {
  const folder = temporaryFolder();
  beginRecord(folder, { ...header, runId: `part-${index}`, shard: { index, of } });
  recordEvent(folder, { ...target, readyAt: header.startedAt }, { ...whole, assigned: [id] }, ...events);
  for (const file of [
    picture,
    `allure-results/${index}-result.json`,
    'allure-results/environment.properties',
  ]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `of part ${index}`);
  }
  return folder;
}

const green = () => part(1, a, [passed(a), ended]);
const red = () => part(2, b, [failed(b, { attachments: [picture] }), answered(b, 'up'), ended]);
const merged = async (folders: string[], out = path.join(temporaryFolder(), 'merged')) => {
  const exitCode = await merge(folders, { out, report: false });
  const read = (file: string) => readFileSync(path.join(out, file), 'utf8');
  return { exitCode, out, read, verdict: verdictSchema.parse(JSON.parse(read('verdict.json'))) };
};

let said = '';
let root = '';
beforeEach(() => {
  said = '';
  root = temporaryFolder();
  // The history is beside the config.
  vi.stubEnv('UAT_CONFIG', path.join(root, 'uat.config.ts'));
  vi.stubEnv('UAT_HISTORY_URL', '');
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said += String(text))));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('uat merge', () => {
  test('makes one run of the parts, with all that is made from a record', async () => {
    const { exitCode, read, verdict, out } = await merged([red(), green()]);

    expect(exitCode).toBe(1);
    expect(verdict).toMatchObject({ kind: 'regression', counts: { discovered: 2, passed: 1, failed: 1 } });
    expect(judge(fold(readRecord(out)))).toEqual(verdict);
    expect(read('summary.md')).toContain('## UAT: regression');
    expect(read('junit.xml')).toContain('<failure ');
    expect(said).toContain(' REGRESSION ');
  });

  test('keeps what each part attached, below the folder', async () => {
    const { read, verdict } = await merged([red(), green()]);

    expect(verdict.failures.map(({ attachments }) => attachments)).toEqual([[`part-1/${picture}`]]);
    expect([read(`part-1/${picture}`), read(`part-2/${picture}`)]).toEqual(['of part 2', 'of part 1']);
    expect([read('allure-results/1-result.json'), read('allure-results/2-result.json')]).toEqual([
      ...['of part 1', 'of part 2'],
    ]);
    expect(read('allure-results/environment.properties')).toBe('of part 2');
  });

  test('is in the history once, however often its parts are merged', async () => {
    const parts = [green(), red()];
    await merged(parts);
    await merged(parts);

    await using history = await openHistory({}, root);
    const { rows } = await history.results();
    expect((await history.runs()).rows).toMatchObject([{ kind: 'regression', planHash: 'f00d' }]);
    expect(rows.map(({ test: id, outcome }) => [id, outcome])).toEqual([
      ...[
        [a, 'passed'],
        [b, 'failed'],
      ],
    ]);
  });

  test('has its verdict also where there can be no history', async () => {
    const warnings = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    mkdirSync(path.join(root, '.uat', 'history.sqlite'), { recursive: true });

    expect((await merged([green(), red()])).exitCode).toBe(1);
    expect(warnings).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^ {2}This run is not in the history: The history in [^\n]+\n$/),
    );
  });

  test('follows no link out of a part', async () => {
    const linked = green();
    symlinkSync('/etc/hostname', path.join(linked, 'attachments', 'link'));

    const { out } = await merged([linked, red()]);

    expect(existsSync(path.join(out, 'part-1', 'attachments', 'link'))).toBe(false);
    expect(existsSync(path.join(out, 'part-1', picture))).toBe(true);
  });

  test('refuses parts that do not make up one plan, with a folder that says so', async () => {
    const { exitCode, verdict, read } = await merged([green()]);

    expect(exitCode).toBe(3);
    expect(verdict).toMatchObject({ kind: 'infrastructure', counts: { passed: 1, unknown: 1 } });
    expect(verdict.trouble).toContain('shard 2/2 is missing');
    expect(read('summary.md')).toContain('shard 2/2 is missing');
    expect(read('junit.xml')).toContain('type="unknown"');
  });

  test('refuses a part that was torn, cut off or named twice', async () => {
    const torn = red();
    const events = path.join(torn, 'events.ndjson');
    const [first, second, , ...rest] = readFileSync(events, 'utf8').split('\n');
    writeFileSync(events, [first, second, '{"event":', ...rest].join('\n'));
    const cut = part(2, b, []);
    const twice = green();

    expect((await merged([green(), torn])).verdict).toMatchObject({
      exitCode: 3,
      counts: { passed: 1, unknown: 1 },
      trouble: expect.arrayContaining(['line 3 of events.ndjson cannot be read']),
    });
    expect((await merged([green(), cut])).verdict).toMatchObject({ exitCode: 3, counts: { unknown: 1 } });
    expect((await merged([twice, twice, red()])).verdict.trouble).toContain(
      'shard 1/2 is doubled: 2 records of it came',
    );
  });

  test('reuses its own folder, and no other', async () => {
    const { out } = await merged([green(), red()]);
    const others = temporaryFolder();
    writeFileSync(path.join(others, 'thesis.txt'), 'mine');

    expect((await merged([green(), red()], out)).exitCode).toBe(1);
    await expect(merged([green(), red()], others)).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(path.join(others, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  test('does not merge into, above or below one of the parts', async () => {
    const one = green();
    for (const out of [one, path.join(one, 'merged'), path.dirname(one)])
      await expect(merged([one, red()], out)).rejects.toMatchObject({ exitCode: 2 });
    expect(readRecord(one).events).not.toEqual([]);
  });

  test.each([
    { what: 'holds no run', make: () => temporaryFolder(), says: 'is not the folder of a run' },
    { what: 'is not there', make: () => '/nowhere/at/all', says: 'There is no run /nowhere/at/all' },
    {
      what: 'holds a broken header',
      make: () => {
        const folder = green();
        writeFileSync(path.join(folder, 'run.json'), '{');
        return folder;
      },
      says: 'is not the header of a run',
    },
  ])('refuses a folder that $what, before it makes one', async ({ make, says }) => {
    const out = path.join(temporaryFolder(), 'merged');

    await expect(merged([green(), make()], out)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(says),
    });
    expect(existsSync(out)).toBe(false);
  });
});
