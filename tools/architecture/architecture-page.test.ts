import { expect, test } from 'vitest';
import { packageDiagram, packageTable, withBlock } from './architecture-page.ts';

const packages = [
  { name: 'core', description: 'Paths', wing: 'harness' },
  { name: 'intent', description: 'Tickets', wing: 'intent' },
] as const;

test('the diagram has each package in its wing, and an arrow per import', () => {
  const diagram = packageDiagram(
    packages,
    new Map([
      ['intent', ['core']],
      ['core', []],
    ]),
  );

  expect(diagram.split('\n')).toEqual([
    '```mermaid',
    'flowchart TD',
    '  subgraph specs-wing [specs]',
    '  end',
    '  subgraph intent-wing [intent]',
    '    intent',
    '  end',
    '  subgraph harness-wing [harness]',
    '    core',
    '  end',
    '  subgraph target-wing [target]',
    '  end',
    '  intent --> core',
    '```',
  ]);
});

test('the table has a row per package, by wing', () => {
  expect(packageTable(packages)).toContain('| intent | `intent` | Tickets |\n| harness | `core` | Paths |');
});

test('a block is replaced, and all around it kept', () => {
  const page = 'before\n\n<!-- generated: packages -->\n\nold\n\n<!-- end -->\n\nafter\n';

  expect(withBlock(page, 'packages', 'new')).toBe(page.replace('old', 'new'));
  expect(() => withBlock(page, 'imports', 'new')).toThrow("no block from '<!-- generated: imports -->'");
});
