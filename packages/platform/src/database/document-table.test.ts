import { DatabaseSync } from 'node:sqlite';

import { beforeEach, expect, test } from 'vitest';

import { documentTable, ownedDocumentTable } from './document-table.ts';

interface Note {
  key: string;
  bookId: string | null;
  text: string;
}

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE notes (key TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT');
  database.exec('CREATE TABLE owned (key TEXT PRIMARY KEY, book_id TEXT, document TEXT NOT NULL) STRICT');
});

const note = (key: string, bookId: string | null = null, text = 'first'): Note => ({ key, bookId, text });

test('documents are found by id and listed in the order of their insertion', () => {
  const notes = documentTable<Note>(database, 'notes', { id: 'key' });
  notes.save(note('b'));
  notes.save(note('a'));

  expect(notes.list()).toEqual([note('b'), note('a')]);
  expect(notes.byId('a')).toEqual(note('a'));
  expect(notes.byId('c')).toBeUndefined();
});

test('a document that is saved again keeps its place', () => {
  const notes = documentTable<Note>(database, 'notes', { id: 'key' });
  notes.save(note('a'));
  notes.save(note('b'));
  notes.save(note('a', null, 'second'));

  expect(notes.list()).toEqual([note('a', null, 'second'), note('b')]);
});

test('documents of an owner are found and removed together', () => {
  const notes = ownedDocumentTable<Note>(database, 'owned', { id: 'key', owner: 'bookId' });
  notes.save(note('a', 'x'));
  notes.save(note('b', 'y'));
  notes.save(note('c', 'x'));
  notes.save(note('d'));

  expect(notes.of('x').map(({ key }) => key)).toEqual(['a', 'c']);
  notes.removeOf('x');
  expect(notes.list().map(({ key }) => key)).toEqual(['b', 'd']);
});

test('a document that is saved under another owner moves to it', () => {
  const notes = ownedDocumentTable<Note>(database, 'owned', { id: 'key', owner: 'bookId' });
  notes.save(note('a', 'x'));
  notes.save(note('a', 'y'));

  expect([notes.of('x'), notes.of('y')]).toEqual([[], [note('a', 'y')]]);
});
