import { expect, test } from 'vitest';

import { overridable } from './overridable.ts';

interface Greetings {
  words: { greeting: string };
  greeter: { greet(name: string): string };
}

const greetings = () =>
  overridable<Greetings>({
    greeter: (services) => ({ greet: (name) => `${services.words.greeting} ${name}` }),
    words: () => ({ greeting: 'Hello' }),
  });

test('a service reaches another that is declared after it', () => {
  expect(greetings().greeter.greet('Ada')).toBe('Hello Ada');
});

test('a service is built once', () => {
  const services = greetings();

  expect(services.greeter).toBe(services.greeter);
});

test('an overridden member is seen by every service', () => {
  const services = greetings();
  services.greeter.greet('Ada');

  services.words.greeting = 'Good evening,';

  expect(services.greeter.greet('Ada')).toBe('Good evening, Ada');
});

test('an overridden service is seen by every service, before its first use and after it', () => {
  const early = greetings();
  early.words = { greeting: 'Hi' };
  expect(early.greeter.greet('Ada')).toBe('Hi Ada');

  early.words = { greeting: 'Bye' };
  expect(early.greeter.greet('Ada')).toBe('Bye Ada');
});
