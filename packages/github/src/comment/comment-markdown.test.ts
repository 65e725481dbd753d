import { answered, failed, plan, planned, policy, quarantineOf, verdictOn } from '@uat/record/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentMarkdown } from './comment-markdown.ts';
import { commentMarker, isLater, markerIn } from './comment-marker.ts';
import { sortedFailures } from './sorted-failures.ts';

const [a, b] = ['authnz/tokens#a-revoked-token-ends', 'authnz/tokens#a-token-has-a-scope'];
const marker = commentMarker('embedded', { number: 41, attempt: 1 });
const options = { marker, stage: 'embedded', url: 'https://github.com/acme/uat/actions/runs/7' };
const written = (verdict: ReturnType<typeof verdictOn>) =>
  commentMarkdown(verdict, sortedFailures(verdict), options);

describe('the comment', () => {
  const verdict = verdictOn([
    ...[policy(quarantineOf(b)), plan(planned(a), planned(b))],
    ...[failed(a), answered(a, 'up'), failed(b, { message: 'got 500' }), answered(b, 'up')],
  ]);

  test('says what is new before what is known, and folds the latter away', () => {
    const text = written(verdict);
    const [fresh = '', known = ''] = text.split('<details>');

    expect(fresh).toContain('### UAT: regression — embedded');
    expect(fresh).toContain('#### New failures\n\n- **a revoked token ends** (authnz; ENG-1; product)');
    expect(fresh).not.toContain('a token has a scope');
    expect(text).toContain('Target embedded 1.2.0, lane local');
    expect(known).toContain('<summary>Known failures (1)</summary>\n\n- **a token has a scope**');
    expect(known).toContain('in quarantine until 2026-12-01: ENG-9');
  });

  test('links issues, and shows no other text of an error as markup', () => {
    const [failure] = verdict.failures;
    const known = failure === undefined ? [] : [{ failure, because: 'fails on the default branch too: #12' }];
    const text = commentMarkdown(verdict, { fresh: [], known }, options);

    expect(text).toContain('fails on the default branch too: #12');
    const evil = verdictOn([
      ...[
        plan(planned(a)),
        failed(a, { message: '</details> @everyone **x** <img src=x>' }),
        answered(a, 'up'),
      ],
    ]);
    expect(written(evil)).not.toMatch(/[^\\]<\/details> @|[^\\]\*\*x|[^\\]<img/);
  });

  test('starts with its marker, which is read again', () => {
    expect(markerIn(written(verdict))).toEqual(marker);
    expect(markerIn('LGTM')).toBeUndefined();
    expect(markerIn(`I quote: ${written(verdict)}`)).toBeUndefined();
  });

  test('is never longer than GitHub takes', () => {
    const length = fc.integer({ min: 0, max: 200 });
    const text = fc.string({ unit: fc.constantFrom('a', '*', '`', '\\', '\n', '<'), maxLength: 3_000 });
    fc.assert(
      fc.property(length, text, (tests, message) => {
        const many = Array.from({ length: tests }, (_, at) => `authnz/many#t-${at}`);
        const events = many.flatMap((id) => [failed(id, { message }), answered(id, 'up')]);

        expect(written(verdictOn([plan(...many.map((id) => planned(id))), ...events])).length).toBeLessThan(
          65_536,
        );
      }),
      { numRuns: 20 },
    );
  });
});

test('a run is later than another by its number, then by its attempt', () => {
  const order = fc.record({ number: fc.nat({ max: 3 }), attempt: fc.nat({ max: 3 }) });
  fc.assert(
    fc.property(order, order, (one, other) => {
      const isSame = one.number === other.number && one.attempt === other.attempt;
      expect(Number(isLater(one, other)) + Number(isLater(other, one))).toBe(isSame ? 0 : 1);
    }),
  );
});
