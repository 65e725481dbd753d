import { evaluate, parsePolicy } from '@uat/intent';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { commentText } from './comment-text.ts';

const parsed = parsePolicy(`
version: 1
since: '2026-12-01'
work: { interface: {}, contract: {}, other: { labels: [chore] } }
rules:
  - { id: definition-of-done, at: entry, require: dod, mode: enforce, changed: '2026-11-01', fix: Say when it is done. }
  - { id: mock, at: entry, require: mock_link, mode: enforce, changed: '2026-11-01', fix: Link the mock. }
`);
const comment = (description: string) => {
  if (parsed.kind !== 'policy') throw new Error(parsed.problems.join('\n'));
  const snapshot = { id: 'ENG-1', description, labels: ['chore'] };
  return commentText({
    result: evaluate(parsed.policy, snapshot, '2026-12-14T09:00:00.000Z'),
    putBack: { to: 'Todo', movedBy: 'Ana [x](https://evil.example)' },
    held: undefined,
    hasDraft: false,
    isDone: false,
    override: undefined,
    deciders: ['Daniel', 'Matt'],
    page: 'https://gate.example.com/issues/ENG-1',
  });
};

test('text quoted from a ticket adds no links, images, mentions or HTML to the comment', () => {
  const hostile = fc.constantFrom(
    '![x](https://evil.example/p.png)',
    '[x](https://evil.example)',
    'https://evil.example',
    'https://linear.app/example/profiles/daniel',
    '@daniel',
    '<img src=x onerror=alert(1)>',
    '`code`',
    '**TBD**',
    '~~struck~~',
    '| a | b |',
    'TBD',
    'https://www.figma.com/',
  );
  fc.assert(
    fc.property(
      fc.array(hostile, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('## AC\n- ', 'Mock: ', '## Mock\n'),
      (words, head) => {
        const text = comment(`${head}${words.join(' ')}`);
        const { links, others } = markup(
          fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
        );
        expect(links).toEqual(['https://gate.example.com/issues/ENG-1']);
        expect(others).toEqual([]);
      },
    ),
  );
});

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** The targets that a text links to, and any other markup in it. */
function markup(node: Node): { links: string[]; others: string[] } {
  const below = 'children' in node ? node.children.map((child) => markup(child as Node)) : [];
  const isOther = ['image', 'html', 'delete', 'imageReference', 'linkReference', 'table'].includes(node.type);
  return {
    links: [
      ...((node.type as string) === 'link' ? [(node as unknown as { url: string }).url] : []),
      ...below.flatMap(({ links }) => links),
    ],
    others: [...(isOther ? [node.type] : []), ...below.flatMap(({ others }) => others)],
  };
}
