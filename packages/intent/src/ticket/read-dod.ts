import { scenarios } from './sentences/given-when-then.ts';
import type { OutlinedLine, Section } from './outline/outlined-line.ts';
import { locationOf } from './outline/location-of.ts';
import { quote } from './sentences/quote.ts';
import type { Candidate, DodItem, Field } from './ticket-fields.ts';
import { approvalIn } from './sentences/approval-in.ts';
import { whyNotConcrete } from './sentences/why-not-concrete.ts';

/** `This is done when the job ran three nights in a row.` */
const doneSentence =
  /(?:^|[.!。]\s+)(?:this|it|the (?:ticket|work|task|story|issue)|we|we are|we're)\s*(?:is|are|counts as|will be)?\s*(?:done|finished|complete|accepted)\s+(?:when|once|if|as soon as)\s+(.{12,})/i;

/**
 * Finds the Definition of Done: a labelled section with at least one concrete item or sentence, or a given-when-then
 * scenario, even without a label. An unlabelled list or a readiness checklist does not count.
 */
export function readDod(placed: readonly OutlinedLine[]): { field: Field; items: DodItem[] } {
  const candidates: Candidate[] = [];
  const items: DodItem[] = [];

  for (const one of placed) {
    const section = sectionOf(one);
    if (section === undefined) continue;
    if (one.isLabel) continue;
    const why = whyNot(one, section);
    candidates.push({
      where: locationOf({ ...one, sections: [section] }),
      line: one.line.number,
      quote: quote(one.text === '' ? one.line.text : one.text),
      counts: why === undefined,
      why: why ?? 'a concrete line under a label for the Definition of Done',
    });
    if (why === undefined) items.push({ text: one.text, line: one.line.number, done: one.line.done });
  }
  for (const { sections, line } of emptyLabels(placed)) {
    const title = sections[0]?.title ?? line.text;
    candidates.push({
      where: locationOf({ line, sections, text: '', isLabel: true }),
      line: line.number,
      quote: quote(title),
      counts: false,
      why: 'there is nothing under it',
    });
  }

  const free = placed.filter(
    (one) =>
      one.line.kind !== 'code' &&
      !one.line.quoted &&
      sectionOf(one) === undefined &&
      !one.sections.some(({ meaning }) => meaning === 'readiness' || meaning === 'elsewhere'),
  );
  for (const one of free) {
    const header = new Set(one.line.header.map((text) => text.toLowerCase()));
    const isScenario =
      one.line.kind === 'row' && one.line.level > 0 && header.has('when') && header.has('then');
    if (!isScenario || whyNotConcrete({ text: one.text.replaceAll('|', ' ') }) !== undefined) continue;
    candidates.push({
      where: locationOf(one),
      line: one.line.number,
      quote: quote(one.text),
      counts: true,
      why: 'a given-when-then row counts without a label',
    });
    items.push({ text: one.text, line: one.line.number, done: undefined });
  }
  for (const at of scenarios(free.map(({ line }) => line.text))) {
    const one = free[at];
    if (one === undefined) continue;
    candidates.push({
      where: locationOf(one),
      line: one.line.number,
      quote: quote(one.line.text),
      counts: true,
      why: 'a given-when-then scenario counts without a label',
    });
    items.push({ text: one.line.text, line: one.line.number, done: one.line.done });
  }
  for (const one of free) {
    const sentence = doneSentence.exec(one.line.text)?.[1];
    if (sentence === undefined || whyNotConcrete({ text: sentence }) !== undefined) continue;
    candidates.push({
      where: locationOf(one),
      line: one.line.number,
      quote: quote(one.line.text),
      counts: true,
      why: 'a sentence that says when it is done',
    });
    items.push({ text: sentence, line: one.line.number, done: one.line.done });
  }

  return {
    field: {
      present: items.length > 0,
      lookedFor:
        'a section or line labelled “Definition of Done”, “Acceptance criteria”, “Verification” or the like in English, Spanish, French, German or Japanese, and given-when-then scenarios',
      candidates,
    },
    items,
  };
}

/** The labelled section that a line counts for: the innermost field, or an outer one for the label of an item. */
function sectionOf({ sections, line }: OutlinedLine): Section | undefined {
  for (const section of sections) {
    if (section.meaning === 'dod') return section;
    const ownLabel = line.kind === 'item' && section.number === line.number;
    const isLoose = section.meaning === 'other' || section.meaning === 'goals';
    if (section.meaning !== undefined && !isLoose && !ownLabel) return undefined;
    if (isLoose && section.number === line.number && line.kind !== 'item') return undefined;
  }
  return undefined;
}

function whyNot({ line, text }: OutlinedLine, section: Section): string | undefined {
  if (section.quoted) return 'it is quoted from elsewhere';
  if (line.kind === 'paragraph' && approvalIn(text)?.isWhole === true) return 'it records an approval';
  if (line.kind === 'code') {
    const steps = scenarios(line.text.split('\n').map((one) => one.trim().replace(/^(?:and|but)\b/i, 'And')));
    return steps.length > 0 ? undefined : 'it is an example in a code block';
  }
  if (line.kind === 'row') {
    const cells = text === line.text ? line.cells.map((cell) => cell.text) : [text];
    const reasons = cells.map((cell) => whyNotConcrete({ text: cell, links: line.links }));
    return reasons.includes(undefined)
      ? undefined
      : (reasons.find((why) => why !== 'it is empty') ?? 'it is empty');
  }
  return whyNotConcrete({ text, italic: line.italic, struck: line.struck, links: line.links });
}

/** Labels that no content follows. */
function emptyLabels(placed: readonly OutlinedLine[]): OutlinedLine[] {
  return placed.filter((one, index) => {
    const [own] = one.sections;
    if (!one.isLabel || own?.meaning !== 'dod') return false;
    const next = placed[index + 1];
    return (
      next === undefined ||
      !next.sections.some((section) => section.number === own.number && section.title === own.title)
    );
  });
}
