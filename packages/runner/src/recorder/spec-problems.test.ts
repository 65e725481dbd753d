import { expect, test } from 'vitest';
import { specProblems } from './spec-problems.ts';
import { planned } from '@uat/record/testing';

const pattern = /^ENG-\d+$/;

test('specs in which every test names its ticket have none', () => {
  expect(specProblems([planned('a'), planned('b', { tickets: ['ENG-1', 'ENG-2'] })], pattern)).toEqual([]);
});

test('a test without a ticket is one, with the place and what to do', () => {
  const careless = planned('authnz/tokens#a-token-works', { tickets: [] });

  expect(specProblems([careless], pattern)).toEqual([
    "suites/authnz/tokens.spec.ts:4: 'a token works' does not say which ticket it covers; add covers('ENG-…') after the title.",
  ]);
});

test('each ticket that is none is one', () => {
  const wrong = planned('authnz/tokens#a', { tickets: ['ENG-1', 'ENG-x', 'A4'] });

  expect(specProblems([wrong], pattern)).toEqual([
    "suites/authnz/tokens.spec.ts:4: 'ENG-x' is not a ticket (/^ENG-\\d+$/).",
    "suites/authnz/tokens.spec.ts:4: 'A4' is not a ticket (/^ENG-\\d+$/).",
  ]);
});

test('two tests with one id are one, and both places are named', () => {
  const first = planned('authnz/tokens#a', { file: 'suites/authnz/tokens.spec.ts:4' });
  const second = planned('authnz/tokens#a', { file: 'suites/authnz/tokens.spec.ts:31' });

  expect(specProblems([first, second], pattern)).toEqual([
    "suites/authnz/tokens.spec.ts:31: 'a' has the same id as the test in suites/authnz/tokens.spec.ts:4; give it a title of its own.",
  ]);
});
