import { describe, expect, test } from 'vitest';
import { refusals } from './refusals.ts';
import { refusedWordsIn, refusedWordsInPath } from './refused-words-in.ts';

const wordsIn = (text: string) => refusedWordsIn(text).map(({ word }) => word);

describe('a refused word', () => {
  test.each([
    ['const knocked = await knock(token);', ['knocked', 'knock']],
    ['function newKnock() {}', ['knock']],
    ["import { hubWeather } from './hub-weather.ts';", ['hub weather', 'hub weather']],
    ['const HUB_WEATHER = 1;', ['hub weather']],
    ['the decisions, in their\n * true form', ['in their true form']],
    ["it is no one's", ["no one's"]],
    ['it is no one’s', ["no one's"]],
    ['Whoever asks', ['whoever']],
    ['const { heldBack } = fixtures;', ['held back']],
    ['own().verifyToken()', ['own()']],
    ['uat --regress A4', ['--regress']],
    ["requires: ['offer:users']", ['offer:']],
  ])('is found in %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  test('has the line on which it stands', () => {
    expect(refusedWordsIn('one\ntwo\nwhoever asks\n')).toEqual([
      { line: 3, word: 'whoever', say: expect.stringContaining('anyone who') },
    ]);
  });

  test('is found in the name of a file', () => {
    expect(refusedWordsInPath('suites/authnz/key-door.spec.ts')).toMatchObject([{ line: 0, word: 'door' }]);
  });
});

describe('an honest word', () => {
  test.each([
    'a knockout, a wishful doorway',
    'packages that are held back',
    'the download is under way',
    'const unmetRequirements = 3; // the unmet requirements',
    'the weather in Paris, of which',
    'one; whose',
    'takesThePlaceOf',
    '--regression A4',
    "the name of its own (a user's)",
  ])('passes: %s', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

describe('nobody', () => {
  test.each([
    "writableBy('nobody', files)",
    'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
    'nogroup:x:65534:nobody',
    'drops to nobody/nogroup',
    'chown nobody /var/lib/acme',
    'sudo -u nobody id',
    'User=nobody',
    'there is no user nobody',
  ])('is the Unix user in %j', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  test.each([
    'nobody else sees it',
    "it is nobody's",
    "'nobody reads it'",
    'a client of nobody',
    'chown is for nobody',
  ])('is refused in %j', (text) => {
    expect(wordsIn(text)).toEqual(['nobody']);
  });
});

test('every word of the list is found by itself', () => {
  for (const { words } of refusals) {
    for (const word of words) expect(wordsIn(word.replaceAll(' ', '-'))).toEqual([word]);
  }
});
