import type { Link } from '../markdown/link.ts';
import { judgeContract } from './judge-contract.ts';
import { isPlaceholder, judgeMock, parsedUrl } from './judge-mock.ts';
import type { Placed } from './outline.ts';
import { placeOf } from './place-of.ts';
import { quote } from './quote.ts';
import { readLabelled } from './read-labelled.ts';
import { sentenceAround } from './sentence-around.ts';
import { isTemplateText } from './template-text.ts';
import type { Field } from './ticket-fields.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

/** Stands in a stub of ours for as long as no person has edited it. */
export const draftMarker = 'uat:draft';

const noteWords =
  /design[-_ ]?(?:note|doc)|tech(?:nical)?[-_ ](?:design|note|spec)|\brfcs?\b|(?:^|\/)adrs?\/|\badr[-_ ]?\d|nota[-_ ]de[-_ ]dise|note[-_ ]de[-_ ]conception|entwurfsnotiz|設計(?:メモ|書|ノート|資料)/iu;
const notePath = /^[\w.-]+(?:\/[\w.-]+)+\.(?:md|adoc|rst|txt|html?|pdf|docx?)$/;
/** Standards and the documents of vendors, which are about everybody's changes. */
const published =
  /(?:^|\.)(?:ietf\.org|rfc-editor\.org|w3\.org|whatwg\.org|iso\.org|openid\.net|oauth\.net|owasp\.org|nist\.gov|wikipedia\.org|mozilla\.org|ecma-international\.org|oasis-open\.org|opentelemetry\.io|kubernetes\.io|grpc\.io|graphql\.org|openapis\.org|json-schema\.org|jwt\.io|readthedocs\.io|stackoverflow\.com|medium\.com|microsoft\.com|stripe\.com|adr\.github\.io)$/i;
const manual = /^(?:docs?|developers?|dev|learn|support|help|api)\./i;
const standard = /\brfc[\s-]?[1-9]\d{3}\b|\b(?:ietf|w3c|iso(?:\/iec)?)[\s-]/i;
const notOfThisChange =
  /\b(?:old|older|previous|former|outdated|obsolete|superseded|replaced|deprecated|rejected|abandoned|withdrawn|unrelated|other (?:ticket|change|team|project|feature|service)s?|another (?:ticket|change|team|project|feature|service)|different (?:ticket|change|team|project|feature)|inspir\w+|similar|background(?: reading)?|for (?:context|reference|comparison|background)|no longer|does(?: not|n['’]t) (?:apply|cover)|not (?:this|for this|of this|about this|related)|not (?:yet )?(?:written|started|there)|general|as an example|like the one|blank|empty|unedited|not (?:been )?edited|auto-?generated|generated)\b|\btemplates?\b|\b(?:antigu[oa]|anterior|obsolet[oa]|descartad[oa]|de otr[oa]|plantilla|como (?:referencia|ejemplo)|sin relación|ya no (?:vale|aplica))(?!\p{L})|(?:^|[^\p{L}])(?:ancien(?:ne)?|obsolète|remplacée?|abandonnée?|d['’]un autre|d['’]une autre|autre (?:ticket|équipe|projet)|modèle de|gabarit|à titre (?:de référence|d['’]exemple)|pour (?:référence|mémoire)|ne s['’]applique plus)(?!\p{L})|(?:^|[^\p{L}])(?:alte[rsn]?|frühere[rsn]?|veraltet\w*|überholt\w*|verworfen\w*|ersetzt|gilt nicht|anderes? (?:ticket|team|projekt)|eines anderen|vorlage|nur (?:zum|als)|als (?:beispiel|referenz)|zum vergleich)(?!\p{L})|旧|以前の|別(?:件|チケット|チーム|の)|廃止|参考|テンプレート|雛形|ひな形|却下/iu;

/** Of a section that was filled by a machine or from a template, and left so. */
const saysDraft =
  /\b(?:unedited|not (?:yet |been )*edited|(?:auto-?|automatically )generated|generated (?:by|from)|(?:draft|stub|written) (?:by|from|of) the (?:\p{L}+ )?(?:bot|gate\w*|template)|sin editar|generado (?:por|automáticamente)|non (?:modifiée?|éditée?|relue?)|généré (?:par|automatiquement)|unbearbeitet\w*|automatisch (?:erzeugt|erstellt|generiert))(?!\p{L})|未編集|自動生成|^(?:status|state|estado|statut|stand|état|状態|ステータス)\s*[:：]\s*(?:draft|borrador|brouillon|entwurf|下書き|ドラフト|草案)/iu;
/** What is said of a note that is not there: nobody needs it, or somebody is still to write it. */
const notThere =
  /^(?:there is |we need |we have )?(?:no|none|not|keine?\p{L}*|nicht|pas|aucune?|ningun[oa]|sin)(?!\p{L}).{0,50}(?:needed|necessary|required|note|doc|spec|adr|rfc|nötig|notwendig|erforderlich|notiz|konzept|nécessaire|requise?|besoin|necesari[oa]|nota)(?!\p{L})|\b(?:(?:will|to) (?:write|add|follow|come|link|be (?:written|added|linked|done))|(?:is|are) (?:writing|drafting)|being written|writes? (?:it|this|one|the \p{L}+)|(?:not|never) (?:yet )?(?:been )?written|after the spike)\b|\b(?:escribirá|redactará|se (?:escribe|redacta)|está escribiendo)|(?:rédigera|écrira|sera (?:rédigée?|écrite?)|en cours de rédaction)|\b(?:schreibt (?:sie|es|ihn|\p{L}+ noch)|wird (?:noch )?(?:\p{L}+ ){0,4}(?:geschrieben|ergänzt|verlinkt|nachgereicht)|in arbeit)\b|(?:あとで|後で|これから|別途)|(?:書く|作成する|作成|記載)予定|(?:作成|記載)中|不要[。）)]?$|^(?:ask|talk to|speak to|frag|pregunta a|demander à)\s/iu;

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
    const links = line.links.filter((link) => text === '' || link.text === '' || text.includes(link.text) || text.includes(link.url));
    const [link] = links;
    if (link !== undefined) {
      const why = whyNoNote(link, sentenceAround(line.text, link, links.length), sections[0]?.title);
      if (why === undefined) return { counts: true, why: 'a link to the design note' };
      return no(why);
    }
    if (notePath.test(text.trim().replace(/[.,;:]$/, ''))) return { counts: true, why: 'the path of the design note' };
    const why = whyNoSentence({ text, italic: line.italic, struck: line.struck });
    return why === undefined ? { counts: true, why: 'a concrete line of a design note' } : no(why);
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    for (const link of one.line.links) {
      if (!noteWords.test(`${link.text} ${link.url}`) || one.line.kind === 'code') continue;
      if (candidates.some(({ line }) => line === one.line.number)) continue;
      const elsewhere = one.sections.some(({ meaning }) => meaning === 'elsewhere');
      const why = elsewhere
        ? 'it stands in a section on what is not of this change'
        : one.line.quoted
          ? 'it is quoted from elsewhere'
          : whyNoNote(link, sentenceAround(one.line.text, link, one.line.links.length));
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

/** The line of the label under which a line tells of the design. */
const sectionNumber = (sections: Placed['sections']) =>
  sections.find(({ meaning }) => meaning === 'design_note')?.number;

/** Why a link leads to no design note of this change. */
function whyNoNote(link: Link, around: string, label = 'spec'): string | undefined {
  if (isPlaceholder(link.url)) return 'the link is a placeholder';
  if (link.kind === 'image') return 'a picture is no design note';
  const url = parsedUrl(link.url);
  const isManual = url !== undefined && manual.test(url.hostname) && !/google\./.test(url.hostname);
  if (
    standard.test(`${link.text} ${around} `) ||
    (url !== undefined && published.test(url.hostname)) ||
    (isManual && /spec|spéc|espec|spez|仕様/i.test(label) && !noteWords.test(link.url))
  )
    return 'that is a published standard or document, not the design of this change';
  if (url !== undefined && url.pathname.replaceAll('/', '') === '' && url.search === '' && url.hash === '')
    return 'it leads to a front page';
  if (judgeContract(link, nowhere)?.counts === true) return 'it is a contract';
  if (judgeMock(link, nowhere)?.counts === true) return 'it is a mock';
  const foreign = notOfThisChange.exec(`${link.text} . ${around.replaceAll(/https?:\/\/\S+/g, ' ')}`)?.[0];
  if (foreign !== undefined) return `“${foreign.trim()}” says that it is not the design note of this change`;
  if (/template|vorlage|plantilla|gabarit|guide(?:line)?s?\b|how-(?:we|to)-|handbook/i.test(`${link.url} ${link.text}`))
    return 'it tells how to write one';
  return undefined;
}

const nowhere = { text: '', labelled: false, title: undefined, elsewhere: false };

/** Why a line is no sentence of a design note; a few words alone say nothing of a design. */
function whyNoSentence(written: { text: string; italic: boolean; struck: boolean }): string | undefined {
  const text = written.text.replace(/^\p{Lu}[\p{L} /-]{1,30}[:：]\s*/u, '');
  const why = whyNotConcrete({ ...written, text });
  if (why !== undefined) return why;
  if (text.length < 160 && notThere.test(text)) return 'it says that the note is not there';
  if (standard.test(`${text} `)) return 'it speaks of a published standard, not of the design of this change';
  if (isTemplateText(text)) return 'it tells what to write, as a template does';
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_./{}-]*/gu)?.length ?? 0;
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return words >= 5 || japanese >= 10 ? undefined : 'it is too short to tell of a design';
}

function no(why: string): { counts: false; why: string } {
  return { counts: false, why };
}
