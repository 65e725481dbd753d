import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Resource, resourceJournal, resourceJournalFile } from './resource-journal.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-resource-journal-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newFile = () => resourceJournalFile(mkdtempSync(path.join(scratch, 'run-')));
const user: Resource = { kind: 'user', id: '1', name: 'uat-a' };
const pat: Resource = { kind: 'pat', id: '1', name: 'uat-b', owner: 'viewer' };
const other: Resource = { kind: 'pat', id: '2', name: 'uat-c', owner: 'user' };

describe('a resource journal', () => {
  test('without a file is empty', () => {
    expect(resourceJournal(newFile()).read()).toEqual({
      targetUrl: undefined,
      pid: undefined,
      used: false,
      removed: [],
      open: [],
      unconfirmed: [],
      unreadable: [],
    });
  });

  test('names the target and the process of its run, even before any resource was created', () => {
    const file = newFile();

    resourceJournal(file).open('http://t');

    expect(resourceJournal(file).read()).toEqual({
      targetUrl: 'http://t',
      pid: process.pid,
      used: false,
      removed: [],
      open: [],
      unconfirmed: [],
      unreadable: [],
    });
  });

  test('lists the created resources, the newest first', () => {
    const file = newFile();

    for (const one of [user, pat, other]) resourceJournal(file).created(one);

    expect(resourceJournal(file).read()).toMatchObject({ used: true, open: [other, pat, user] });
  });

  test('no longer lists a removed resource, and distinguishes kinds with the same id', () => {
    const file = newFile();
    for (const one of [user, pat, other]) resourceJournal(file).created(one);

    resourceJournal(file).removed(pat);

    expect(resourceJournal(file).read()).toMatchObject({ removed: [pat], open: [other, user] });
  });

  test('of a run that removed everything is still a used one', () => {
    const file = newFile();
    resourceJournal(file).created(user);
    resourceJournal(file).removed(user);

    expect(resourceJournal(file).read()).toMatchObject({ used: true, open: [] });
  });

  test('of a run with an unconfirmed resource is a used one', () => {
    const file = newFile();

    resourceJournal(file).announce('uat-a');

    expect(resourceJournal(file).read()).toMatchObject({
      used: true,
      removed: [],
      open: [],
      unconfirmed: ['uat-a'],
    });
  });

  test('confirms the names of created resources', () => {
    const file = newFile();

    for (const { name } of [user, pat]) resourceJournal(file).announce(name);
    resourceJournal(file).created(user);

    expect(resourceJournal(file).read().unconfirmed).toEqual([pat.name]);
  });

  test.each([
    'no JSON',
    '{}',
    '{"event":"created","resource":{"kind":"castle","id":"1","name":"uat-a"}}',
    '{"event":"announced","name":"uat-a"}{"event":"announced","name":"uat-b"}',
    '',
  ])('lists its resources despite an unreadable line: %j', (line) => {
    const file = newFile();
    resourceJournal(file).created(user);
    appendFileSync(file, `${line}\n`);
    resourceJournal(file).created(other);

    expect(resourceJournal(file).read()).toMatchObject({ used: true, open: [other, user], unreadable: [2] });
  });

  test('with only unreadable lines is a used one, since their content is unknown', () => {
    const file = newFile();
    appendFileSync(file, 'ink\n');

    expect(resourceJournal(file).read()).toMatchObject({ used: true, open: [], unreadable: [1] });
  });

  test.each(['{', '{"event":"removed","resource":{"kind":"user","id":"1","name":"uat-a"}}'])(
    'is read up to its last complete line: %s',
    (torn) => {
      const file = newFile();
      resourceJournal(file).created(user);
      appendFileSync(file, torn);

      expect(resourceJournal(file).read().open).toEqual([user]);
    },
  );
});
