import type { Placed } from './outline.ts';
import { placeOf } from './place-of.ts';
import { quote } from './quote.ts';
import { readLabelled } from './read-labelled.ts';
import type { Field } from './ticket-fields.ts';
import { isPlaceholder } from './judge-mock.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

/** Stands in a stub of ours for as long as no person has edited it. */
export const draftMarker = 'uat:draft';

const noteWords =
  /design[-_ ]?(?:note|doc)|tech(?:nical)?[-_ ](?:design|note|spec)|\brfcs?\b|(?:^|\/)adrs?\/|\badr[-_ ]?\d|nota[-_ ]de[-_ ]dise|note[-_ ]de[-_ ]conception|entwurfsnotiz|設計/iu;

/** A design note: a link to one, or a section with concrete sentences that is not the draft of the gate. */
export function readDesignNote(placed: readonly Placed[], comments: readonly { text: string }[]): Field {
  const isDraft = comments.some(
    ({ text }) => text.includes(draftMarker) || /\bdraft\b.*\bnot (?:yet )?edited/i.test(text),
  );
  const candidates = readLabelled(placed, 'design_note', ({ text, line }) => {
    if (isDraft) return { counts: false, why: 'it is a draft that no person has edited' };
    if (line.links.some(({ url }) => !isPlaceholder(url)))
      return { counts: true, why: 'a link to the design note' };
    if (/^[\w.-]+(?:\/[\w.-]+)+\.\w{2,5}$/.test(text.trim()))
      return { counts: true, why: 'the path of the design note' };
    const why = whyNotConcrete({ text, italic: line.italic, struck: line.struck, links: line.links });
    return why === undefined
      ? { counts: true, why: 'a concrete line of a design note' }
      : { counts: false, why };
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    for (const link of one.line.links) {
      if (!noteWords.test(`${link.text} ${link.url}`) || one.line.kind === 'code') continue;
      if (candidates.some(({ line }) => line === one.line.number)) continue;
      const elsewhere = one.sections.some(({ meaning }) => meaning === 'elsewhere');
      const counts = !isPlaceholder(link.url) && !elsewhere && link.kind !== 'image';
      candidates.push({
        where: placeOf(one),
        line: one.line.number,
        quote: quote(link.url),
        counts,
        why: counts ? 'a link that is called a design note' : 'it is a placeholder, or not of this change',
      });
    }
  }
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a link or section labelled “Design note”, “Technical design”, “RFC” or the like; a draft of the gate counts after a person edited it',
    candidates,
  };
}
