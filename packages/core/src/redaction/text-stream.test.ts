import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redaction } from './redaction.ts';
import { secretFinder } from './secret-finder.ts';
import { textStream } from './text-stream.ts';

const secret = 'a54bd85d-cd35-4f0e';

/** It looks at less at a time than the real one, so that short texts are many pieces. */
const finder = { ...secretFinder([secret], 'text'), reach: 1_000 };

/** What comes out for these pieces. */
function streamed(pieces: readonly string[]): string[] {
  const stream = textStream(finder, 2_000);
  return [...pieces.map((piece) => stream.push(piece)), stream.end()];
}

/** The pieces of a text, cut at these places. */
function piecesOf(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((place, at) => text.slice(places[at], place));
}

describe('a text that comes in pieces', () => {
  test('is redacted like one that comes as a whole, wherever it is cut', () => {
    const filler = fc.constantFrom('line of text\n', '\u{1F680}', '\\\\', '"x"…', 'a54b', '%25', '\u001B[1m');
    const parts = [
      secret,
      encodeURIComponent(secret),
      `${secret.slice(0, 9)}…`,
      Array.from(secret).join('\u001B[1m'),
    ];
    const piece = fc.oneof(
      { weight: 3, arbitrary: fc.tuple(filler, fc.nat(150)).map(([one, times]) => one.repeat(times)) },
      { weight: 1, arbitrary: fc.constantFrom(...parts) },
    );
    const text = fc.array(piece, { minLength: 5, maxLength: 40 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 8 }), (whole, cuts) => {
        expect(streamed(piecesOf(whole, cuts)).join('')).toBe(redaction([secret]).text(whole));
      }),
    );
  });

  test('has no secret that lies across two pieces', () => {
    const filler = 'x'.repeat(4_000);

    for (let cut = 1; cut < secret.length; cut += 1)
      expect(streamed([filler + secret.slice(0, cut), secret.slice(cut) + filler]).join('')).toBe(
        `${filler}***${filler}`,
      );
  });

  test('is given on as it comes, in pieces of whole characters', () => {
    const pieces = Array.from({ length: 40 }, () => '\u{1F680}'.repeat(501));

    const given = streamed(pieces);

    expect(given.join('')).toBe(pieces.join(''));
    expect(given.every((one) => one.isWellFormed())).toBe(true);
    expect(Math.max(...given.map(({ length }) => length))).toBeLessThan(5_000);
  });

  test('is blanked, and held back no longer than memory allows, where a secret never ends', () => {
    const pieces = Array.from({ length: 50 }, () => secret.repeat(50));

    const given = streamed(['before ', ...pieces, ' after']);

    expect(given.join('')).toBe('before *** after');
    expect(given.indexOf('***')).toBeLessThan(20);
  });
});
