import { expect, test } from 'vitest';
import { refusalSentence } from './refusal-sentence.ts';

const sentence = (status: number, body: unknown, headers = {}) =>
  refusalSentence(new Response(null, { status, headers }), '/api/x', body);

test('the reason the platform gives is shown as a sentence', () => {
  expect(sentence(409, { detail: 'a user of this name exists already' })).toBe(
    'A user of this name exists already.',
  );
});

test('each field that is not valid is named', () => {
  const detail = [
    { loc: ['body', 'new_password'], msg: 'Too short', type: 'string_too_short', input: null },
    { loc: ['body', 'email'], msg: 'Not an address.', type: 'value_error', input: null },
  ];
  expect(sentence(422, { detail })).toBe('New password: Too short. Email: Not an address.');
});

test('a platform that is asked too often says when to come back', () => {
  expect(sentence(429, { detail: 'no' }, { 'retry-after': '7' })).toBe(
    'The platform is asked too often. Try again in 7 seconds.',
  );
  expect(sentence(429, undefined)).toBe('The platform is asked too often. Try again later.');
});

test('the inner words of a fault stay inside', () => {
  expect(sentence(500, { detail: 'KeyError: x' })).toBe('The platform answered 500 to /api/x.');
  expect(sentence(400, '<html>')).toBe('The platform answered 400 to /api/x.');
});
