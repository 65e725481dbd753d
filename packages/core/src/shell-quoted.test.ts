import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellQuoted } from './shell-quoted.ts';

test.each(["it's", '$HOME `id` "x" \\', 'two\nlines', ''])('a shell reads %j as one word', (text) => {
  const words = execFileSync('sh', ['-c', `printf '%s;' ${shellQuoted(text)}`], { encoding: 'utf8' });

  expect(words).toBe(`${text};`);
});
