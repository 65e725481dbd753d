import type { Placed } from './outline.ts';
import { placeOf } from './place-of.ts';
import { quote } from './quote.ts';
import { readLabelled } from './read-labelled.ts';
import type { Field } from './ticket-fields.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

const inProse =
  /\b(?:part of|belongs to|belong to|counts towards|planned for|scheduled for|targets?|targeting|needed for|goes into|ships (?:with|in)|due (?:in|with)|blocks)\s+(?:the\s+)?(?:milestone\s+[“"'«]?(\p{Lu}[^.,;()]{1,40})|[“"'«]?(\p{Lu}[^.,;()]{1,40}?)[”"'»]?\s+milestone\b)/u;
const isDate =
  /^(?:(?:by|until|on|due|before|bis|avant|antes del?)\s+)?(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:jan|feb|mar|mär|apr|abr|may|mai|jun|juin|jul|juil|aug|ago|août|aout|sep|oct|okt|nov|dec|dez|déc|dic|ene|fev|fév)\p{L}*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?(?:\s+\d{4})?|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:de\s+)?(?:jan|feb|mar|mär|apr|abr|may|mai|jun|juin|jul|juil|aug|ago|août|aout|sep|oct|okt|nov|dec|dez|déc|dic|ene|fev|fév)\p{L}*(?:\s+(?:de\s+)?\d{4})?|(?:jan|feb|mar|mär|apr|abr|may|mai|jun|juin|jul|juil|aug|ago|août|aout|sep|oct|okt|nov|dec|dez|déc|dic|ene|fev|fév)\p{L}*\s+\d{4}|\d{4}年\d{1,2}月(?:\d{1,2}日)?)$/iu;

/** A milestone: a named one that the ticket belongs to, also in a metadata line. */
export function readMilestone(placed: readonly Placed[]): Field {
  let answered = new Set<string>();
  const candidates = readLabelled(placed, 'milestone_in_text', ({ text, line, sections }) => {
    const key = `${sections[0]?.number}`;
    // Under a heading the first line is the name; what follows describes it.
    if (answered.has(key) && line.kind !== 'row') return { counts: false, why: 'the name stands above it' };
    answered = answered.add(key);
    const name = text.replaceAll(/[*_~"“”«»`]/g, '').trim();
    if (name === '') return { counts: false, why: line.struck ? 'it is struck' : 'it is empty' };
    const why = whyNotConcrete({ text: name, italic: line.italic });
    if (
      why !== undefined &&
      why !== 'it is too short to say what must be true' &&
      why !== 'it is only a link'
    ) {
      return { counts: false, why };
    }
    if (isDate.test(name)) return { counts: false, why: 'a date is no milestone: name it' };
    if (
      /^(?:none|no milestone|without|not |unassigned|unplanned|ninguno|aucun|kein|yes|no|ja|nein|oui|sí|-)\b/iu.test(
        name,
      )
    ) {
      return { counts: false, why: 'it says that there is none' };
    }
    if (/^(?:x+|\?+|_+|#?\d{1,2}|name|\p{P}+)$/iu.test(name)) return { counts: false, why: 'it is no name' };
    return { counts: true, why: 'a named milestone' };
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    if (one.line.kind === 'code' || one.line.quoted || one.isLabel) continue;
    const found = inProse.exec(one.line.text);
    if (found === null) continue;
    candidates.push({
      where: placeOf(one),
      line: one.line.number,
      quote: quote(one.line.text),
      counts: true,
      why: `the sentence says that the ticket belongs to “${(found[1] ?? found[2] ?? '').trim()}”`,
    });
  }
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a line, section or cell labelled “Milestone”, “Hito”, “Jalon”, “Meilenstein” or “マイルストーン” with a name',
    candidates,
  };
}
