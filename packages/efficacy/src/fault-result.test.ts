import { describe, expect, test } from 'vitest';
import { aFailure, aVerdict } from './testing/verdicts.ts';
import { faultResult } from './fault-result.ts';

const fault = { id: 'A4', sentence: 'A revoked token goes on working.', source: 'ENG-2861' };
const aware = (id: string, foundAfter: number) => aFailure(id, { catches: ['A4'], foundAfter });

describe('a fault', () => {
  test('is caught by the red tests that name it, the earliest first; others are red, too', () => {
    const verdict = aVerdict({ failures: [aware('late', 4.2), aFailure('other'), aware('early', 2.9)] });

    expect(faultResult(fault, verdict, [])).toEqual({
      kind: 'caught',
      row: { fault: 'A4', caughtBy: ['early', 'late'], alsoRed: ['other'], seconds: 2.9 },
      unexplained: [],
    });
  });

  test('that says which test has to turn red is caught by no other', () => {
    const named = { ...fault, caughtBy: { test: 'it is refused' } };
    const other = aFailure('other', { title: 'it says why', catches: ['A4'] });
    const right = aFailure('right', { title: 'it is refused', catches: ['A4'] });

    expect(faultResult(named, aVerdict({ failures: [other] }), []).kind).toBe('survived');
    expect(faultResult(named, aVerdict({ failures: [other, right] }), []).kind).toBe('caught');
  });

  test('that gives reasons for what else is red is told what it has none for', () => {
    const reasoned = {
      ...fault,
      caughtBy: { test: 'it is refused', alsoRed: [{ test: 'it says why', reason: 'it says nothing' }] },
    };
    const failures = [
      aFailure('named', { title: 'it is refused', catches: ['A4'] }),
      aFailure('expected', { title: 'it says why' }),
      aFailure('odd', { title: 'it is quick' }),
    ];

    expect(faultResult(reasoned, aVerdict({ failures }), [])).toMatchObject({
      kind: 'caught',
      row: { alsoRed: ['expected', 'odd'] },
      unexplained: ['odd'],
    });
  });

  test('is caught by a message that is its symptom', () => {
    const verdict = aVerdict({ failures: [aFailure('any', { error: 'the page shows a stack trace' })] });

    const result = faultResult({ ...fault, symptom: /stack trace/g }, verdict, []);

    expect(result).toMatchObject({ kind: 'caught', row: { caughtBy: ['any'], alsoRed: [], seconds: null } });
  });

  test.each([
    { what: 'all is green', failures: [], alsoRed: [] },
    {
      what: 'only a test that names another is red',
      failures: [aFailure('x', { catches: ['A44'] })],
      alsoRed: ['x'],
    },
    {
      what: 'the test that names it is red on the clean platform',
      failures: [aware('alarm', 1)],
      alsoRed: [],
    },
    {
      what: 'the test that names it failed for want of a target',
      failures: [aFailure('y', { catches: ['A4'], cause: 'infrastructure' }), aFailure('z')],
      alsoRed: ['z'],
    },
  ])('survives when $what', ({ failures, alsoRed }) => {
    expect(faultResult(fault, aVerdict({ failures }), ['alarm'])).toEqual({
      kind: 'survived',
      row: { fault: 'A4', caughtBy: [], alsoRed, seconds: null },
    });
  });

  test('is broken when tests that might have noticed it did not run', () => {
    const { counts, ...rest } = aVerdict({
      failures: [aFailure('x')],
      trouble: ['the run was ended after 10m'],
    });
    const cutOff = { ...rest, counts: { ...counts, passed: 1, notRun: 1 } };

    expect(faultResult(fault, cutOff, [])).toMatchObject({
      kind: 'broken',
      why: 'the run was ended after 10m',
    });
    expect(faultResult(fault, { ...cutOff, failures: [aware('red', 1)] }, []).kind).toBe('caught');
  });

  test.each(['infrastructure', 'configuration', 'interrupted'] as const)(
    'is broken, never caught, when the run ends as %s',
    (kind) => {
      const verdict = aVerdict({ kind, failures: [aware('red', 1)], trouble: ['it did not start'] });

      expect(faultResult(fault, verdict, [])).toEqual({
        kind: 'broken',
        why: 'it did not start',
        row: { fault: 'A4', caughtBy: [], alsoRed: [], seconds: null },
      });
    },
  );
});
