import { expect, test } from 'vitest';

import { promptOf } from './prompt-of.ts';

const talk = [
  { role: 'system', content: ' Be brief. ' },
  { role: 'user', content: 'Gulls' },
];

test('a conversation is put to a model as its template says', () => {
  const template =
    '{% for message in messages %} <|{{ message.role }}|> {{ message.content | trim }}{% endfor %}';

  expect(promptOf(template)(talk)).toBe('<|system|> Be brief. <|user|> Gulls');
});

test('without a template it is message after message', () => {
  expect(promptOf(undefined)(talk)).toBe('Be brief.\n Gulls');
});

test('what a template refuses is refused with its reason', () => {
  const refusing = "{{ raise_exception('no system message, please') }}";

  expect(() => promptOf(refusing)(talk)).toThrow(/cannot hold this conversation: .*no system message/);
});
