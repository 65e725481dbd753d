import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { readTicket } from './src/ticket/read-ticket.ts';
import { fieldNames, type TicketFields } from './src/ticket/ticket-fields.ts';

const labelsSchema = z.strictObject({
  work: z.enum(['interface', 'contract', 'both', 'other']),
  labels: z.array(z.string()),
  present: z.array(z.enum(fieldNames)),
});
const questions = [...fieldNames, 'work'] as const;

export interface Score {
  question: (typeof questions)[number];
  /** How often a reader found it. */
  present: number;
  /** Of what the parser found, the share that a reader found, too; 1 when it found nothing. */
  precision: number;
  /** Of what a reader found, the share that the parser found; 1 when there is nothing to find. */
  recall: number;
  wrong: { file: string; said: boolean }[];
}

/** What the parser makes of the labelled tickets of a set, per field. */
export function corpusScores(set: 'seen' | 'held-out'): { tickets: number; scores: Score[] } {
  const tickets = ticketsOf(set);
  const scores = questions.map((question) => {
    const pairs = tickets.flatMap(({ file, labels, read }) =>
      answers(question, read, labels).map(([said, is]) => ({ file, said, is })),
    );
    const hits = pairs.filter(({ said, is }) => said && is).length;
    return {
      question,
      present: pairs.filter(({ is }) => is).length,
      precision: ratio(hits, pairs.filter(({ said }) => said).length),
      recall: ratio(hits, pairs.filter(({ is }) => is).length),
      wrong: pairs.filter(({ said, is }) => said !== is).map(({ file, said }) => ({ file, said })),
    };
  });
  return { tickets: tickets.length, scores };
}

/** What the parser said and what the reader said; of the kind of work, one pair per kind. */
function answers(
  question: Score['question'],
  read: TicketFields,
  labels: z.infer<typeof labelsSchema>,
): [boolean, boolean][] {
  if (question !== 'work') return [[read.fields[question].present, labels.present.includes(question)]];
  return (['interface', 'contract'] as const).map((kind) => [
    read.work.some((one) => one.kind === kind),
    labels.work === kind || labels.work === 'both',
  ]);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function ticketsOf(set: string) {
  const folder = fileURLToPath(new URL(`corpus/${set}/`, import.meta.url));
  return readdirSync(folder).map((file) => {
    const [, head = '', text = ''] =
      /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readFileSync(folder + file, 'utf8')) ?? [];
    return { file, labels: labelsSchema.parse(parse(head)), read: readTicket(text) };
  });
}
