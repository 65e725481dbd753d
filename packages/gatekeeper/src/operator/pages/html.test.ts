import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, markupOf } from './html.ts';

test('escapes values in text and in attributes', () => {
  const hostile = `"><script>alert('&')</script>`;

  expect(markupOf(html`<a title="${hostile}">${hostile}</a>`)).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>',
  );
});

test('passes through markup, lists of markup and numbers, and renders undefined as nothing', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);

  expect(markupOf(html`${items}${3}${undefined}`)).toBe('<li>a</li><li>&lt;b&gt;</li>3');
});

test('no value opens a tag or leaves a quoted attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(markupOf(html`${text}`)).not.toMatch(/[<>"']/);
    }),
  );
});

test('an object that looks like markup is rejected', () => {
  const forged = JSON.parse('{"markup":"<b>"}') as never;

  expect(() => html`${forged}`).toThrow(TypeError);
});
