import type { Link } from '../markdown/link.ts';
import { parsedUrl } from './links/judge-mock.ts';
import { namesNote, namesTemplate, whyNoNote, whyNoSentence } from './links/judge-design-note.ts';
import type { OutlinedLine } from './outline/outlined-line.ts';
import { locationOf } from './outline/location-of.ts';
import { quote } from './sentences/quote.ts';
import { readLabelled } from './read-labelled.ts';
import { sentenceAround } from './sentences/sentence-around.ts';
import { writtenByMachine } from './sentences/template-text.ts';
import { whyNotConcrete } from './sentences/why-not-concrete.ts';
import type { Field } from './ticket-fields.ts';

/** Marks a generated draft until a person has edited it. */
export const draftMarker = 'uat:draft';

const notePath = /(?<![\w/:.-])(?:\.\/)?[\w.-]+(?:\/[\w.-]+)+\.(?:md|adoc|rst|txt|html?|pdf|docx?)(?!\w)/;
/** A path that by itself identifies a design note. */
const inNotes = /(?:^|\/)(?:rfcs?|adrs?|design-?(?:docs?|notes?)|tech-?specs?)\/[^\s]+\.(?:md|adoc|rst)$/i;
/** Phrases that say that the note can be read at a path. */
const toRead =
  /(?<!\p{L})(?:see|described|details?|specified|design\p{L}*|decided|laid out|documented|siehe|beschrieben|steht|voir|décrite?|véase|ver|descrit[oa])(?!\p{L})|参照|記載|詳細/iu;
/** Phrases that say that the ticket is to write or change the note. */
const isWork =
  /^\W*(?:please |then |also )?(?:write|draft|update|amend|create|add|publish|start|fill|migrate|move|rewrite|translate|merge|escrib\w+|redacta\w*|actualiza\w*|crea\w*|écrire|rédiger|mettre à jour|créer)(?!\p{L})[^.]{0,60}⟦|\bto (?:write|draft|update|amend|add)\s[^.]{0,40}⟦|⟦⟧[^.]{0,30}(?:schreiben|aktualisieren|anlegen|ergänzen|nachziehen)(?!\p{L})|⟦⟧\s*(?:を|に)?.{0,8}(?:作成|更新|追記|修正|書く|記載)/iu;
/** Phrases that say that the note belongs to another ticket. */
const ofTicket =
  /(?:\b(?:of|for|from|de|du|del|von|zu|aus)\s+|の)[A-Z]{2,6}-\d+[^.]{0,20}⟦|[A-Z]{2,6}-\d+\s*の[^。]{0,10}⟦/;

/** Marks of a section that was generated or copied from a template, and left unchanged. */
const saysDraft =
  /\b(?:unedited|not (?:yet |been )+edited|(?:drafted|written) (?:by|from) the (?:\p{L}+ )?(?:ticket|bot|gate\w*|template)|sin editar|non (?:modifiée?|éditée?|relue?)|unbearbeitet\w*)(?!\p{L})|未編集|^(?:status|state|estado|statut|stand|état|状態|ステータス)\s*[:：]\s*(?:draft|borrador|brouillon|entwurf|下書き|ドラフト|草案)/iu;

/** Rules that the change follows, in a sentence with the link. */
const followed =
  /\b(?:existing|standing|follow(?:s|ing)?|according to|in line with|as (?:decided|agreed|required|laid down) in|per|comply|complies|conventions?|house rules?|según|conforme a|siguiendo|selon|conformément|suivant|gemäß|laut|entsprechend|nach)\b[^.]{0,60}⟦|に(?:従|準拠|沿)/iu;

/** Finds design notes: a link to one, or a section with concrete sentences that is not a draft or template. */
export function readDesignNote(
  placed: readonly OutlinedLine[],
  comments: readonly { text: string }[],
): Field {
  const isDraft = comments.some(
    ({ text }) => text.includes(draftMarker) || /\bdraft\b.*\bnot (?:yet )?edited/i.test(text),
  );
  const drafts = new Set(
    placed
      .filter(({ line, sections }) =>
        [line.text, sections[0]?.title ?? ''].some(
          (text) => saysDraft.test(text) || writtenByMachine.test(text),
        ),
      )
      .map(({ sections }) => sectionNumber(sections)),
  );
  drafts.delete(undefined);
  const isOwn = ownHosts(placed);
  const candidates = readLabelled(placed, 'design_note', ({ text, line, sections }) => {
    if (isDraft || drafts.has(sectionNumber(sections))) return no('it is a draft that has not been edited');
    const links = line.links.filter(
      (link) => text === '' || link.text === '' || text.includes(link.text) || text.includes(link.url),
    );
    const whyNot = links.map((link) =>
      whyNoNote(link, sentenceAround(line.text, link, links.length), sections[0]?.title, isOwn),
    );
    if (whyNot.includes(undefined)) return { counts: true, why: 'a link to the design note' };
    if (
      links.length === 0 &&
      text.length < 120 &&
      notePath.test(text) &&
      !namesTemplate(text) &&
      whyNotConcrete({ text }) !== 'it is a placeholder'
    )
      return { counts: true, why: 'the path of the design note' };
    // `Tech spec: …` with a link to something else does not become a note; a later sentence may cite one.
    const isBody = sections[0]?.number !== line.number && !whyNot.some((why) => why?.startsWith('“'));
    const why =
      links.length > 0 && !isBody
        ? whyNot[0]
        : whyNoSentence({
            text,
            italic: line.italic,
            struck: line.struck,
            links,
            label: sections.find(({ meaning }) => meaning === 'design_note')?.title,
          });
    return why === undefined ? { counts: true, why: 'a concrete line of a design note' } : no(why);
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    if (one.line.kind === 'code' || candidates.some(({ line }) => line === one.line.number)) continue;
    for (const link of [...one.line.links, ...pathsOf(one)]) {
      if (!namesNote(link, sentenceAround(one.line.text, link, one.line.links.length))) continue;
      const why = whyElsewhere(one, link, isOwn);
      candidates.push({
        where: locationOf(one),
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
      'a link or section labelled “Design note”, “Technical design”, “RFC” or the like; a draft or template counts once a person has edited it',
    candidates,
  };
}

/** Why a link that is not under a label for design notes is not one. */
function whyElsewhere(
  { line, sections }: OutlinedLine,
  link: Link,
  isOwn: (host: string) => boolean,
): string | undefined {
  if (sections.some(({ meaning }) => meaning === 'elsewhere'))
    return 'it is in a section about something other than this change';
  if (line.quoted) return 'it is quoted from elsewhere';
  const around = sentenceAround(line.text, link, line.links.length);
  const why = whyNoNote(link, around, undefined, isOwn);
  if (why !== undefined) return why;
  if (isWork.test(around)) return 'the ticket is to write or change it';
  if (ofTicket.test(around)) return 'it belongs to another ticket';
  return followed.test(around) ? 'the change follows it, but it is not about the change' : undefined;
}

/**
 * Recognises the hosts of the company that wrote the ticket, by the domain of the Git server or wiki that it links to.
 */
function ownHosts(placed: readonly OutlinedLine[]): (host: string) => boolean {
  const domain = (host: string) => host.split('.').slice(-2).join('.');
  const own = new Set(
    placed
      .flatMap(({ line }) => line.links)
      .map(({ url }) => parsedUrl(url)?.hostname ?? '')
      .filter((host) => /^(?:git|gitlab|gitea|code|wiki|confluence|jira|intern\w*|intranet)\./.test(host))
      .map(domain),
  );
  return (host) => own.has(domain(host));
}

/** Paths of notes mentioned in the text; in a Definition of Done they are still to be written. */
function pathsOf({ line, sections }: OutlinedLine): Link[] {
  if (sections.some(({ meaning }) => meaning === 'dod') || !toRead.test(line.text)) return [];
  return line.text
    .split(/[\s`"'“”()（）<>|,;、。]+/)
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => word.length < 200 && inNotes.test(word) && !word.includes('://'))
    .map((url) => ({ url, text: '', kind: 'path' }));
}

/** The line of the label for a line that describes the design. */
const sectionNumber = (sections: OutlinedLine['sections']) =>
  sections.find(({ meaning }) => meaning === 'design_note')?.number;

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}
