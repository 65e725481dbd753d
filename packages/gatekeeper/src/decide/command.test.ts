import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandIn } from './command.ts';

const today = '2026-12-01';

describe('commandIn', () => {
  test.each([
    ['/gate recheck', { kind: 'recheck' }],
    ['  /Gate  Explain \n', { kind: 'explain' }],
    ['/gate revoke', { kind: 'revoke' }],
    [
      '/gate override the demo is on Friday until 2026-12-04',
      { kind: 'override', why: 'the demo is on Friday', until: '2026-12-04' },
    ],
    [
      '/gate override wait until the demo, then look again until 2026-12-01.',
      { kind: 'override', why: 'wait until the demo, then look again', until: '2026-12-01' },
    ],
    [
      '/decide approve because both were shown to the customer',
      { kind: 'decide', option: 'approve', because: 'both were shown to the customer' },
    ],
    [
      '/decide mock v3\nbecause v4 needs\na new API',
      { kind: 'decide', option: 'mock v3', because: 'v4 needs a new API' },
    ],
  ])('%j', (body, command) => {
    expect(commandIn(body, today)).toEqual(command);
  });

  test.each([
    ['/gate', 'There is no `/gate `'],
    ['/gate overide x until 2026-12-04', 'There is no `/gate overide`'],
    ['/gate override until 2026-12-04', 'needs a reason'],
    ['/gate override the demo is on Friday', 'needs a reason of a few words and an end date'],
    ['/gate override the demo is on Friday until 2026-11-30', 'is in the past'],
    ['/gate override the demo is on Friday until 2026-02-30', 'is not a valid date'],
    ['/gate override the demo is on Friday until 2027-12-01', 'at most 90 days'],
    ['/decide approve', 'needs an option and a rationale'],
    ['/decide because I say so', 'needs an option and a rationale'],
  ])('%j is answered with what to write instead', (body, problem) => {
    expect(commandIn(body, today)).toMatchObject({
      kind: 'unclear',
      problem: expect.stringContaining(problem) as string,
    });
  });

  test.each(['hello', 'see /gate recheck', '/gateway is down', '/decided already', ''])(
    '%j is not a command',
    (body) => {
      expect(commandIn(body, today)).toBeUndefined();
    },
  );

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('/gate ', '/decide ', '/gate override ', ''),
        fc.string(),
        (start, rest) => {
          expect(() => commandIn(start + rest, today)).not.toThrow();
        },
      ),
    );
  });
});
