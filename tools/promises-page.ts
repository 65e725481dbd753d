/** A test, as the page shows it. */
export interface Promised {
  title: string;
  /** From the root of the repository. */
  file: string;
  capability: string;
  tickets: string[];
  catches: string[];
  /** Its requirements other than roles: grants, capabilities, … */
  requires: string[];
  roles: string[];
}

export interface PromisesPageInput {
  title: string;
  area: string;
  /** Introduction to the area, written by hand, as Markdown. */
  guide?: string | undefined;
  promises: readonly Promised[];
  /** `noticedBy`: the number of tests, of any area, that claim to catch it. */
  faults: readonly { id: string; sentence: string; source: string; noticedBy: number }[];
  /** Address of a ticket; `%s` stands for its id. */
  ticketUrl: string;
}

/** The promises of an area, as Markdown: a table per capability, and one of the faults that the area has to catch. */
export function promisesPage(input: PromisesPageInput): string {
  const { title, area, guide, promises, faults, ticketUrl } = input;
  const groups = [...Map.groupBy(promises, ({ capability }) => capability)].toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  const ticket = (id: string) => `[${id}](${ticketUrl.replace('%s', id)})`;
  return [
    `# ${title}`,
    '',
    `What \`pnpm uat ${area}\` checks: ${count(promises.length, 'promise')} of ${count(groups.length, 'capability', 'capabilities')}, each one test, and ${count(faults.length, 'fault')} that they have to catch (\`pnpm uat efficacy ${area}\`, [efficacy.md](efficacy.md)).`,
    '',
    guide === undefined
      ? 'Made from the specs by `pnpm docs`; not to be edited by hand.'
      : `Made by \`pnpm docs\` from the specs and from [the area's guide](guides/${area}.md); not to be edited by hand.`,
    ...(guide === undefined ? [] : ['', guide.trim()]),
    ...groups.flatMap(([capability, members]) => [
      '',
      `## ${capability}`,
      '',
      [...new Set(members.map(({ file }) => file))].map((file) => `[${file}](../${file})`).join(', '),
      '',
      ...table(
        ['promise', 'roles', 'requires', 'tickets', 'catches'],
        members.map((one) => [
          cell(one.title),
          one.roles.join(', '),
          one.requires.join(', '),
          one.tickets.map(ticket).join(', '),
          one.catches.join(', '),
        ]),
      ),
    ]),
    '',
    '## Faults',
    '',
    ...table(
      ['id', 'what a user would notice', 'caught by', 'source'],
      faults.map(({ id, sentence, source, noticedBy }) => [
        id,
        cell(sentence),
        String(noticedBy),
        cell(source),
      ]),
    ),
    '',
  ].join('\n');
}

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** The text with Markdown's special characters escaped. */
const cell = (text: string) => text.replaceAll(/[|*_`<\\]/g, String.raw`\$&`);
