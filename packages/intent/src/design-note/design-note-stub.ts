import { readLines } from '../markdown/read-lines.ts';
import { fillTemplate } from '../templates/fill-template.ts';
import { draftMarker } from '../ticket/read-design-note.ts';
import { readTicket } from '../ticket/read-ticket.ts';
import type { OpenApiFacts } from './open-api-facts.ts';

export interface DesignNoteFacts {
  ticket: string;
  title: string;
  /** The ticket's text. */
  description: string;
  api?: OpenApiFacts | undefined;
  /** Titles of the tests that cover the ticket. */
  tests: readonly string[];
}

const draftLine = `<!-- ${draftMarker}: generated from the ticket. Edit the note and remove this line; until then it does not count. -->`;

/**
 * Drafts a design note from what is known. A person's text is returned unchanged: a draft is only written where there
 * is
 * nothing, or in place of an earlier draft that was never edited.
 * @param earlier the current note, and the draft that was written there, as read back
 */
export function designNoteStub(
  template: string,
  facts: DesignNoteFacts,
  earlier?: { text: string; drafted: string },
): string {
  if (earlier !== undefined && !isDraftNote(earlier.text, earlier.drafted)) return earlier.text;
  const { ticket, title, description, api, tests } = facts;
  const read = readTicket(description);
  const touched = api === undefined ? [] : touchedOperations(api, description);
  const filled = fillTemplate(template, {
    ticket,
    title: oneLine(title),
    approach: lines(
      'The ticket asks for:',
      read.dodItems.map(({ text }) => text),
      '_Describe how it is built, and which alternatives were rejected._',
    ),
    api: lines(
      api === undefined ? '' : `Operations of ${api.title} ${api.version} that the ticket names:`,
      touched.map(({ name, summary }) => (summary === '' ? `\`${name}\`` : `\`${name}\`: ${summary}`)),
      `${linkLine(
        'Mock',
        read.mocks.map(({ url }) => url),
      )}${linkLine(
        'Contract',
        read.contracts.map(({ url }) => url),
      )}_Describe what changes for callers and for users of the screen._`,
    ),
    data: lines(
      'Entities of these operations:',
      [...new Set(touched.flatMap(({ entities }) => entities))].map((name) => `\`${name}\``),
      '_List the entities that change, and how existing data is migrated._',
    ),
    security: lines(
      'Roles that these operations require:',
      touched.filter(({ role }) => role !== undefined).map(({ name, role }) => `\`${name}\`: ${role}`),
      '_List who may do it, where that is checked, and which fields the audit entry has._',
    ),
    tests: lines(
      'Tests that cover the ticket:',
      tests,
      tests.length === 0 ? 'No test covers the ticket yet.' : '',
    ),
  });
  return `${draftLine}\n\n${filled}`;
}

/**
 * Whether a note is still the unedited draft. Linear returns Markdown in another form, so words are compared, not
 * bytes.
 * Without the draft, the marker decides.
 */
export function isDraftNote(text: string, drafted?: string): boolean {
  if (text.trim() === '') return true;
  if (drafted !== undefined) return words(text) === words(drafted);
  return text.includes(draftMarker);
}

const words = (text: string) =>
  readLines(text)
    .lines.map((line) => line.text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n');

/** The operations whose path, or whose entity, is mentioned in the ticket. */
function touchedOperations({ operations }: OpenApiFacts, description: string): OpenApiFacts['operations'] {
  const text = description.toLowerCase();
  const paths = new Set(text.match(/\/[\w{}/-]{2,}/g)?.map(plainPath) ?? []);
  return operations
    .filter(({ name }) => {
      const path = plainPath(name.slice(name.indexOf(' ') + 1).toLowerCase());
      return [...paths].some((one) => one === path || one.endsWith(path));
    })
    .slice(0, 20);
}

const plainPath = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

function lines(head: string, items: readonly string[], foot: string): string {
  const list = items.slice(0, 20).map((item) => `- ${oneLine(item)}`);
  return [...(list.length === 0 ? [] : [head, '', ...list, '']), foot].join('\n').trim();
}

function linkLine(what: string, urls: readonly string[]): string {
  return urls.length === 0 ? '' : `${what}: ${urls.join(', ')}\n\n`;
}
