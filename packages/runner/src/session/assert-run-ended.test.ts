import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RecordEvent, recordEvent } from '@uat/record';
import { diagnostic, executed, plan, planned } from '@uat/record/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { assertTestsFound, assertRunEnded, assertAreasNonEmpty } from './assert-run-ended.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-accounted-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function folderWith(...events: RecordEvent[]): string {
  const folder = mkdtempSync(path.join(scratch, 'run-'));
  for (const event of events) recordEvent(folder, event);
  return folder;
}

const planFor = (...areas: string[]) => plan(...areas.map((area) => planned(`${area}/a#b`)));

describe('the last word of Playwright', () => {
  test.each<{ what: string; events: RecordEvent[] }>([
    { what: 'how it ended', events: [planFor('smoke'), executed('failed')] },
    { what: 'an error', events: [diagnostic('configuration', 'x')] },
  ])('is $what', ({ events }) => {
    expect(() => assertRunEnded(folderWith(...events), 1, [])).not.toThrow();
  });

  test.each([
    { what: 'it was killed', events: [planFor('smoke')], exitCode: undefined, kind: 'infrastructure' },
    { what: 'it was killed at once', events: [], exitCode: undefined, kind: 'infrastructure' },
    { what: 'it ended in the middle', events: [planFor('smoke')], exitCode: 1, kind: 'infrastructure' },
    { what: 'it ended before its plan', events: [], exitCode: 1, kind: 'configuration' },
    { what: 'it ended well before its plan', events: [], exitCode: 0, kind: 'configuration' },
  ])('is missed when $what: $kind', ({ events, exitCode, kind }) => {
    expect(() => assertRunEnded(folderWith(...events), exitCode, [])).toThrow(
      expect.objectContaining({ kind }),
    );
  });

  test('is asked for with what Playwright was given', () => {
    expect(() => assertRunEnded(folderWith(), 1, ['--fast'])).toThrow('It was given: --fast');
  });
});

describe('an area that was asked for as a whole', () => {
  test('holds a test', () => {
    expect(() => assertAreasNonEmpty(folderWith(planFor('a', 'b')), ['a', 'b'], false)).not.toThrow();
  });

  test('or is named: it does not hide behind another', () => {
    expect(() => assertAreasNonEmpty(folderWith(planFor('a')), ['a', 'b'], false)).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: 'No test was found for b; are the specs in suites/b/ and named *.spec.ts?',
      }),
    );
  });

  test('may hold none when tests were chosen', () => {
    expect(() => assertAreasNonEmpty(folderWith(planFor('a')), ['a', 'b'], true)).not.toThrow();
  });

  test('is empty rather than wrong when nothing was planned at all', () => {
    expect(() => assertAreasNonEmpty(folderWith(planFor()), ['a'], false)).not.toThrow();
  });
});

describe('a test that the last run left open', () => {
  const here = () => folderWith(planFor('smoke', 'authnz'));

  test('is there, or belongs to an area that was not asked for', () => {
    expect(() => assertTestsFound(here(), ['smoke', 'authnz'], ['smoke/a#b', 'authnz/a#b'])).not.toThrow();
    expect(() => assertTestsFound(here(), ['smoke'], ['smoke/a#b', 'authnz/a#gone'])).not.toThrow();
    expect(() => assertTestsFound(here(), ['smoke'], [])).not.toThrow();
  });

  test('and is gone is not forgotten behind those that are there', () => {
    expect(() => assertTestsFound(here(), ['smoke', 'authnz'], ['smoke/a#b', 'authnz/a#gone'])).toThrow(
      expect.objectContaining({
        kind: 'configuration',
        message: expect.stringMatching(/^The last run left authnz\/a#gone open, .* Run authnz as a whole\.$/),
      }),
    );
  });
});
