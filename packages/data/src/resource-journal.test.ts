import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  announceInLedger,
  type Belonging,
  ledgerFile,
  openLedger,
  readLedger,
  recordInLedger,
} from './resource-journal.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-ledger-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newLedger = () => ledgerFile(mkdtempSync(path.join(scratch, 'run-')));
const user: Belonging = { kind: 'user', id: '1', name: 'uat-a' };
const pat: Belonging = { kind: 'pat', id: '1', name: 'uat-b', owner: 'viewer' };
const other: Belonging = { kind: 'pat', id: '2', name: 'uat-c', owner: 'user' };

describe('a ledger', () => {
  test('that is not there is empty', () => {
    expect(readLedger(newLedger())).toEqual({
      targetUrl: undefined,
      pid: undefined,
      used: false,
      removed: [],
      open: [],
      unheard: [],
      unreadable: [],
    });
  });

  test('tells where the run makes things and who answers for them, also before anything was made', () => {
    const file = newLedger();

    openLedger(file, 'http://t');

    expect(readLedger(file)).toEqual({
      targetUrl: 'http://t',
      pid: process.pid,
      used: false,
      removed: [],
      open: [],
      unheard: [],
      unreadable: [],
    });
  });

  test('holds what was made, the newest first', () => {
    const file = newLedger();

    for (const one of [user, pat, other]) recordInLedger(file, 'made', one);

    expect(readLedger(file)).toMatchObject({ used: true, open: [other, pat, user] });
  });

  test('no longer holds what was removed, and mixes up no two kinds with one id', () => {
    const file = newLedger();
    for (const one of [user, pat, other]) recordInLedger(file, 'made', one);

    recordInLedger(file, 'removed', pat);

    expect(readLedger(file)).toMatchObject({ removed: [pat], open: [other, user] });
  });

  test('of a run that removed everything was used all the same', () => {
    const file = newLedger();
    recordInLedger(file, 'made', user);
    recordInLedger(file, 'removed', user);

    expect(readLedger(file)).toMatchObject({ used: true, open: [] });
  });

  test('of a run that asked for something and never heard of it was used too', () => {
    const file = newLedger();

    announceInLedger(file, 'uat-a');

    expect(readLedger(file)).toMatchObject({ used: true, removed: [], open: [], unheard: ['uat-a'] });
  });

  test('has heard of what was made', () => {
    const file = newLedger();

    for (const { name } of [user, pat]) announceInLedger(file, name);
    recordInLedger(file, 'made', user);

    expect(readLedger(file).unheard).toEqual([pat.name]);
  });

  test.each([
    'no JSON',
    '{}',
    '{"event":"made","belonging":{"kind":"castle","id":"1","name":"uat-a"}}',
    '{"event":"making","name":"uat-a"}{"event":"making","name":"uat-b"}',
    '',
  ])('gives what it holds beside a line that cannot be understood: %j', (line) => {
    const file = newLedger();
    recordInLedger(file, 'made', user);
    appendFileSync(file, `${line}\n`);
    recordInLedger(file, 'made', other);

    expect(readLedger(file)).toMatchObject({ used: true, open: [other, user], unreadable: [2] });
  });

  test('of which nothing can be understood was used: what it said is unknown', () => {
    const file = newLedger();
    appendFileSync(file, 'ink\n');

    expect(readLedger(file)).toMatchObject({ used: true, open: [], unreadable: [1] });
  });

  test.each(['{', '{"event":"removed","belonging":{"kind":"user","id":"1","name":"uat-a"}}'])(
    'is read up to its last whole line: %s',
    (torn) => {
      const file = newLedger();
      recordInLedger(file, 'made', user);
      appendFileSync(file, torn);

      expect(readLedger(file).open).toEqual([user]);
    },
  );
});
