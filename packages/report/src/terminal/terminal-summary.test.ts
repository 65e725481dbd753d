import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import {
  answered,
  failed,
  ineligible,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  verdictOn,
} from '@uat/record/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { terminalSummary } from './terminal-summary.ts';

const a = 'authnz/tokens#a-revoked-token-stops-working';
const b = 'authnz/tokens#b';
const c = 'authnz/tokens#c';
const colour = '\u001B[';

/** Somewhere to write to, with or without a person in front of it. */
function stream(isTTY: boolean): NodeJS.WriteStream {
  return Object.assign(new PassThrough(), { isTTY, getColorDepth: () => 8 }) as unknown as NodeJS.WriteStream;
}

function plain(
  verdict: ReturnType<typeof verdictOn>,
  areas: Parameters<typeof terminalSummary>[0]['areas'] = [],
) {
  vi.stubEnv('FORCE_COLOR', undefined);
  return terminalSummary({
    verdict,
    areas,
    files: { report: '.uat/last/index.html' },
    stream: stream(false),
  });
}

afterEach(() => vi.unstubAllEnvs());

describe('the end of a run', () => {
  const red = verdictOn([
    plan(planned(a, { catches: ['A4'] }), planned(b), planned(c)),
    failed(a),
    answered(a, 'up'),
    failed(b),
    answered(b, 'down'),
    ineligible(c, 'grant:policy', 'no grant'),
  ]);

  test('shows the verdict, the target and where the files are', () => {
    const text = plain(red);

    expect(text).toContain(' REGRESSION   One promise is broken.');
    expect(text).toContain('  embedded (http://127.0.0.1:41233, Kamiwaza 1.2.0), 41.8 s');
    expect(text).toContain('  report    .uat/last/index.html');
  });

  test('shows each failure with its ticket, error and the command that runs it again', () => {
    expect(plain(red)).toContain(
      [
        '  ✗ authnz › a revoked token stops working  ENG-1 A4',
        '    expected 401, got 200 from GET /api/auth/users/me',
        "    pnpm uat authnz --grep 'a revoked token stops working'",
      ].join('\n'),
    );
  });

  test('says of a failure when it is not the product’s', () => {
    expect(plain(red)).toContain(
      [
        '    not the product: infrastructure',
        '    api, high confidence: the target was down: GET http://t/api/ping failed: refused; 1 other test failed with the same error',
        "    pnpm uat authnz --grep 'b'",
      ].join('\n'),
    );
    expect(plain(red).match(/not the product/g)).toHaveLength(1);
  });

  test('says of a failure in quarantine why it blocks nothing', () => {
    const text = plain(
      verdictOn([
        policy(quarantineOf(a)),
        plan(planned(a), planned(b)),
        failed(a),
        answered(a, 'up'),
        passed(b),
      ]),
    );

    expect(text).toContain(' PASS   1 promise was kept, 1 broken in quarantine.');
    expect(text).toContain(
      '    in quarantine until 2026-12-01: ENG-9, ada: fails one time in ten\n    pnpm uat',
    );
  });

  test('lists trouble, and what was not proven by reason', () => {
    expect(plain(red)).toContain('  ! GET http://t/api/ping failed: refused');
    expect(plain(red)).toContain('  - not proven here: 1 × no grant');
  });

  test('counts per area, without the zeros', () => {
    const text = plain(verdictOn([plan(planned(a)), passed(a)]), [
      {
        name: 'smoke',
        dependency: true,
        counts: { passed: 3, failed: 0, quarantined: 0, skipped: 0, notEligible: 0, notRun: 0 },
      },
      {
        name: 'authnz',
        dependency: false,
        counts: { passed: 0, failed: 2, quarantined: 1, skipped: 0, notEligible: 1, notRun: 4 },
      },
    ]);

    expect(text).toContain('  smoke     3 passed  (required by the others)\n');
    expect(text).toContain('  authnz    2 failed, 1 in quarantine, 1 not eligible, 4 not run\n');
  });
});

describe('colour', () => {
  const verdict = verdictOn([plan(planned(a)), failed(a), answered(a, 'up')]);
  const painted = (isTTY: boolean) =>
    terminalSummary({ verdict, areas: [], files: {}, stream: stream(isTTY) });

  test('is for people in front of a terminal', () => {
    vi.stubEnv('FORCE_COLOR', undefined);
    vi.stubEnv('NO_COLOR', undefined);

    expect(painted(true)).toContain(colour);
    expect(painted(false)).not.toContain(colour);
  });

  test('takes nothing away from what is said', () => {
    vi.stubEnv('FORCE_COLOR', undefined);

    expect(stripVTControlCharacters(painted(true))).toBe(painted(false));
  });
});
