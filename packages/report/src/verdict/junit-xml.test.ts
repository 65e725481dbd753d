import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { fold, judge, type RecordEvent } from '@uat/record';
import {
  answered,
  arbitraryRun,
  attempt,
  diagnostic,
  ended,
  failed,
  header,
  ineligible,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
} from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import { junitXml } from './junit-xml.ts';

const schema = XsdValidator.fromDoc(
  XmlDocument.fromString(readFileSync(new URL('../testing/junit.xsd', import.meta.url), 'utf8')),
);

function judged(events: readonly RecordEvent[]) {
  const state = fold({ header, events: [...events, ended] });
  const verdict = judge(state);
  return { verdict, xml: junitXml(state, verdict) };
}

/** Parsed by libxml2, which refuses what is not well-formed, and checked against the schema. */
function checked<Found>(xml: string, look: (root: XmlElement) => Found): Found {
  using document = XmlDocument.fromString(xml);
  schema.validate(document);
  return look(document.root);
}

const all = (root: XmlElement, xpath: string) => root.find(xpath) as XmlElement[];
const attributeOf = (element: XmlElement | undefined, name: string) => element?.attr(name)?.value;

/** Of the only case with this name: attributes of its result, and the text in it. */
function resultOf(events: readonly RecordEvent[], result: string) {
  return checked(judged(events).xml, (root) => {
    const found = all(root, `//testcase/${result}`);
    expect(found).toHaveLength(1);
    return {
      type: attributeOf(found[0], 'type'),
      message: attributeOf(found[0], 'message'),
      text: found[0]?.content,
    };
  });
}

const a = 'authnz/sign-in#a-user-signs-in';
const b = 'authnz/sign-in#b';
const red = [
  failed(a, { error: { message: 'no', stack: 'Error: no\n    at <b>', fingerprint: 'f' } }),
  answered(a, 'up'),
];

describe('junit.xml', () => {
  test('names suites and cases as Playwright does', () => {
    const events = [
      plan(planned(a), planned('authnz/deep/file#c@acme-deb', { area: 'installers', product: 'acme-deb' })),
      passed(a, { ms: 1234, attachments: ['attachments/a/picture.png'] }),
      passed('authnz/deep/file#c@acme-deb'),
    ];
    checked(judged(events).xml, (root) => {
      const [first, second] = all(root, '//testsuite');
      const one = all(root, '//testcase')[0];

      expect(['name', 'hostname', 'tests', 'time'].map((name) => attributeOf(first, name))).toEqual([
        ...['authnz/sign-in.spec.ts', 'authnz', '1', '1.234'],
      ]);
      expect(['name', 'hostname'].map((name) => attributeOf(second, name))).toEqual([
        ...['authnz/deep/file.spec.ts', 'installers:acme-deb'],
      ]);
      expect(['name', 'classname', 'time'].map((name) => attributeOf(one, name))).toEqual([
        ...['sign in › a user signs in', 'authnz/sign-in.spec.ts', '1.234'],
      ]);
      expect(attributeOf(all(root, '//property[@name="issue"]')[0], 'value')).toBe('ENG-1');
      expect(all(root, '//system-out')[0]?.content).toBe('[[ATTACHMENT|attachments/a/picture.png]]');
    });
  });

  test('tells a broken promise with its stack and the command that runs it again', () => {
    expect(resultOf([plan(planned(a)), ...red], 'failure')).toEqual({
      type: 'product',
      message: 'no',
      text: "Error: no\n    at <b>\n\npnpm uat authnz --grep 'a user signs in'",
    });
  });

  test('tells what could not be judged as an error', () => {
    const down = [plan(planned(a)), failed(a), answered(a, 'down')];
    const skippedBehind = [plan(planned(a)), attempt(a, 'notRun', { reason: 'a hook failed' })];

    expect(resultOf(down, 'error').type).toBe('infrastructure');
    expect(resultOf([plan(planned(a))], 'error').message).toBe('not run: no result came back');
    expect(resultOf(skippedBehind, 'error').message).toBe('not run: a hook failed');
    expect(resultOf([{ ...plan(planned(a)), unknown: [a] }], 'error').type).toBe('unknown');
  });

  test.each([
    { events: [attempt(a, 'skipped', { reason: 'not here' })], type: 'skipped', message: 'not here' },
    {
      events: [ineligible(a, 'grant:policy', 'no grant')],
      type: 'notEligible',
      message: 'not eligible: no grant',
    },
    {
      events: [policy(quarantineOf(a)), ...red],
      type: 'quarantined',
      message: 'in quarantine until 2026-12-01: ENG-9, ada: fails one time in ten: no',
    },
  ])('tells what is $type as skipped, with the reason', ({ events, type, message }) => {
    expect(resultOf([plan(planned(a), planned(b)), ...events, passed(b)], 'skipped')).toMatchObject({
      type,
      message,
    });
  });

  test('tells retries as Surefire does', () => {
    const flaky = [plan(planned(a)), ...red, passed(a, { index: 1 })];
    const twice = [plan(planned(a)), ...red, failed(a, { index: 1, message: 'no again' })];

    checked(judged(flaky).xml, (root) => {
      expect(all(root, '//flakyFailure/stackTrace')[0]?.content).toBe('Error: no\n    at <b>');
      expect(all(root, '//failure | //error')).toEqual([]);
    });
    checked(judged(twice).xml, (root) => {
      expect(attributeOf(all(root, '//failure')[0], 'message')).toBe('no again');
      expect(attributeOf(all(root, '//rerunFailure')[0], 'message')).toBe('no');
    });
  });

  test.each([
    { events: [diagnostic('infrastructure', 'no browser')], found: 'error', message: 'no browser' },
    { events: [diagnostic('regression', 'a user is left')], found: 'failure', message: 'a user is left' },
  ])('has a case of its own for what is wrong beside the tests: $message', ({ events, found, message }) => {
    expect(resultOf([plan(planned(a)), passed(a), ...events], found).message).toBe(message);
  });

  test('has an error where nothing ran', () => {
    expect(resultOf([], 'error')).toMatchObject({
      type: 'empty',
      message: 'Nothing was checked: the selection contains no test.',
    });
  });
});

test('of any run it can be read, and is red exactly when the verdict is', () => {
  fc.assert(
    fc.property(arbitraryRun, (events) => {
      const { verdict, xml } = judged(events);
      checked(xml, (root) => {
        const total = (name: string) => Number(attributeOf(root, name));

        expect(total('failures') + total('errors') > 0).toBe(verdict.exitCode !== 0);
        expect(all(root, '//testcase/failure')).toHaveLength(total('failures'));
        expect(all(root, '//testcase/error')).toHaveLength(total('errors'));
        expect(all(root, '//testcase/skipped')).toHaveLength(total('skipped'));
        const { discovered, dependency } = verdict.counts;
        expect(all(root, '//testcase[properties]')).toHaveLength(discovered + dependency);
      });
    }),
    { numRuns: 200 },
  );
});

/** Any half of a character among them. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

test('whatever a test or a product says, it can be read', () => {
  const words = fc.oneof(
    fc.string({ unit }),
    fc.constantFrom('true', '', ']]>', '<!--', '&amp;', '\uFFFF\0\uD800'),
  );
  fc.assert(
    fc.property(words, words, words, (title, message, stack) => {
      const odd = planned('authnz/sign-in#x', { title, capability: title, tickets: [message] });
      const error = { message, stack, fingerprint: 'f' };
      const events = [
        plan(odd),
        failed(odd.id, { error, attachments: [`attachments/${title}`] }),
        failed(odd.id, { error, index: 1 }),
        diagnostic('infrastructure', message),
      ];

      checked(judged(events).xml, (root) => expect(all(root, '//testcase')).toHaveLength(1));
    }),
  );
});
