import type { Link } from '../markdown/link.ts';
import { namesNote, whyNoNote, whyNoSentence } from './judge-design-note.ts';
import type { Placed } from './placed.ts';
import { placeOf } from './place-of.ts';
import { quote } from './quote.ts';
import { readLabelled } from './read-labelled.ts';
import { sentenceAround } from './sentence-around.ts';
import type { Field } from './ticket-fields.ts';

/** Stands in a stub of ours for as long as no person has edited it. */
export const draftMarker = 'uat:draft';

const notePath = /^[\w.-]+(?:\/[\w.-]+)+\.(?:md|adoc|rst|txt|html?|pdf|docx?)$/;
/** Of a section that was filled by a machine or from a template, and left so. */
const saysDraft =
  /\b(?:unedited|not (?:yet |been )+edited|auto-?generated (?:draft|note|stub|text)|(?:generated|drafted|written) (?:by|from) the (?:\p{L}+ )?(?:ticket|bot|gate\w*|template)|sin editar|generado a partir|non (?:modifiée?|éditée?|relue?)|générée? à partir|unbearbeitet\w*|automatisch (?:erzeugt|erstellt|generiert))(?!\p{L})|未編集|自動生成|^(?:status|state|estado|statut|stand|état|状態|ステータス)\s*[:：]\s*(?:draft|borrador|brouillon|entwurf|下書き|ドラフト|草案)/iu;

/** A rule that the change follows, where the link stands in a sentence. */
const followed =
  /\b(?:existing|standing|follow(?:s|ing)?|according to|in line with|as (?:decided|agreed|required|laid down) in|per|comply|complies|conventions?|house rules?|según|conforme a|siguiendo|selon|conformément|suivant|gemäß|laut|entsprechend|nach)\b[^.]{0,60}⟦|に(?:従|準拠|沿)/iu;

/** A design note: a link to one, or a section with concrete sentences that is no draft or template. */
export function readDesignNote(placed: readonly Placed[], comments: readonly { text: string }[]): Field {
  const isDraft = comments.some(
    ({ text }) => text.includes(draftMarker) || /\bdraft\b.*\bnot (?:yet )?edited/i.test(text),
  );
  const drafts = new Set(
    placed
      .filter(({ line, sections }) => saysDraft.test(line.text) || saysDraft.test(sections[0]?.title ?? ''))
      .map(({ sections }) => sectionNumber(sections)),
  );
  drafts.delete(undefined);
  const candidates = readLabelled(placed, 'design_note', ({ text, line, sections }) => {
    if (isDraft || drafts.has(sectionNumber(sections))) return no('it is a draft that no person has edited');
    const links = line.links.filter(
      (link) => text === '' || link.text === '' || text.includes(link.text) || text.includes(link.url),
    );
    const [link] = links;
    if (link !== undefined) {
      const why = whyNoNote(link, sentenceAround(line.text, link, links.length), sections[0]?.title);
      if (why === undefined) return { counts: true, why: 'a link to the design note' };
      return no(why);
    }
    if (notePath.test(text.trim().replace(/[.,;:]$/, '')))
      return { counts: true, why: 'the path of the design note' };
    const why = whyNoSentence({ text, italic: line.italic, struck: line.struck });
    return why === undefined ? { counts: true, why: 'a concrete line of a design note' } : no(why);
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    if (one.line.kind === 'code' || candidates.some(({ line }) => line === one.line.number)) continue;
    for (const link of one.line.links.filter(namesNote)) {
      const why = whyElsewhere(one, link);
      candidates.push({
        where: placeOf(one),
        line: one.line.number,
        quote: quote(link.url),
        counts: why === undefined,
        why: why ?? 'a link that is called a design note',
      });
    }
  }
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a link or section labelled “Design note”, “Technical design”, “RFC” or the like; a draft or template counts after a person edited it',
    candidates,
  };
}

/** Why a link that stands under no label for it is no design note. */
function whyElsewhere({ line, sections }: Placed, link: Link): string | undefined {
  if (sections.some(({ meaning }) => meaning === 'elsewhere'))
    return 'it stands in a section on what is not of this change';
  if (line.quoted) return 'it is quoted from elsewhere';
  const around = sentenceAround(line.text, link, line.links.length);
  const why = whyNoNote(link, around);
  return why ?? (followed.test(around) ? 'the change follows it, and it is not about the change' : undefined);
}

/** The line of the label under which a line tells of the design. */
const sectionNumber = (sections: Placed['sections']) =>
  sections.find(({ meaning }) => meaning === 'design_note')?.number;

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}
