import { type GraphPackage, wings } from './package-graph.ts';

/** A Mermaid flowchart of the packages in their wings; an arrow points from the importing package. */
export function packageDiagram(
  packages: readonly GraphPackage[],
  imports: ReadonlyMap<string, string[]>,
): string {
  const groups = wings.flatMap((wing) => {
    const members = packages.filter((one) => one.wing === wing);
    return [`  subgraph ${wing}-wing [${wing}]`, ...members.map(({ name }) => `    ${name}`), '  end'];
  });
  const arrows = [...imports]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .filter(([, imported]) => imported.length > 0)
    .map(([name, imported]) => `  ${name} --> ${imported.join(' & ')}`);
  return ['```mermaid', 'flowchart TD', ...groups, ...arrows, '```'].join('\n');
}

/** A Markdown table of the packages of each wing. */
export function packageTable(packages: readonly GraphPackage[]): string {
  const rows = wings.flatMap((wing) =>
    packages
      .filter((one) => one.wing === wing)
      .map(({ name, description }) => `| ${wing} | \`${name}\` | ${description} |`),
  );
  return ['| wing | package | |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * A page with a generated block replaced; the block stands between `<!-- generated: name -->` and `<!-- end -->`.
 * @throws Error when the page has no such block.
 */
export function withBlock(page: string, name: string, text: string): string {
  const start = `<!-- generated: ${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf('<!-- end -->', from);
  if (from === -1 || to === -1) throw new Error(`The page has no block from '${start}' to '<!-- end -->'.`);
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}
