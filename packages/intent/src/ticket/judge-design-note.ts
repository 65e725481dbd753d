import type { Link } from '../markdown/link.ts';
import { judgeContract } from './judge-contract.ts';
import { isPlaceholder, judgeMock, parsedUrl } from './judge-mock.ts';
import { isTemplateText } from './template-text.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

const noteWords =
  /design[-_ ]?(?:note|doc)|tech(?:nical)?[-_ ](?:design|note|spec)|\brfcs?\b|(?:^|\/)adrs?\/|\badr[-_ ]?\d|nota[-_ ]de[-_ ]dise|note[-_ ]de[-_ ]conception|entwurfsnotiz|設計(?:メモ|書|ノート|資料)/iu;
/** Standards and the documents of vendors, which are about everybody's changes. */
const published =
  /(?:^|\.)(?:ietf\.org|rfc-editor\.org|w3\.org|whatwg\.org|iso\.org|openid\.net|oauth\.net|owasp\.org|nist\.gov|wikipedia\.org|mozilla\.org|ecma-international\.org|oasis-open\.org|opentelemetry\.io|kubernetes\.io|grpc\.io|graphql\.org|openapis\.org|json-schema\.org|jwt\.io|readthedocs\.io|stackoverflow\.com|medium\.com|microsoft\.com|stripe\.com|adr\.github\.io)$/i;
const manual =
  /(?:^|\.)(?:docs?|developers?|devs?|desarrolladores|desarrollo|developpeurs?|entwickler|devportal|apidocs?|learn|support|help|api|partners?|integrations?)\./i;
const standard = /\brfc[\s-]?[1-9]\d{3}\b|\b(?:ietf|w3c|iso(?:\/iec)?)[\s-]/i;
const notOfThisChange =
  /\b(?:old|older|previous|former|outdated|obsolete|superseded|replaced|deprecated|rejected|abandoned|withdrawn|unrelated|other (?:ticket|change|team|project|feature|service)s?|another (?:ticket|change|team|project|feature|service)|different (?:ticket|change|team|project|feature)|inspir\w+|similar|background(?: reading)?|for (?:context|reference|comparison|background)|no longer|does(?: not|n['’]t) (?:apply|cover)|not (?:this|for this|of this|about this|related)|not (?:yet )?(?:written|started|there)|general|as an example|like the one|blank|empty|unfilled|not filled|skeleton|stub|headings only|only (?:the )?headings|unedited|vendor|provider|supplier|manufacturer|third[- ]party|upstream|their|parent|not (?:been )?edited|auto-?generated|generated)\b|\btemplates?\b|\b(?:antigu[oa]|anterior|obsolet[oa]|descartad[oa]|de otr[oa]|vací[oa]|proveedor|fabricante|plantilla|como (?:referencia|ejemplo)|sin relación|ya no (?:vale|aplica))(?!\p{L})|(?:^|[^\p{L}])(?:ancien(?:ne)?|obsolète|remplacée?|abandonnée?|d['’]un autre|d['’]une autre|autre (?:ticket|équipe|projet)|vide|fournisseur|éditeur|modèle de|gabarit|à titre (?:de référence|d['’]exemple)|pour (?:référence|mémoire)|ne s['’]applique plus)(?!\p{L})|(?:^|[^\p{L}])(?:alte[rsn]?|frühere[rsn]?|veraltet\w*|überholt\w*|verworfen\w*|ersetzt|gilt nicht|anderes? (?:ticket|team|projekt)|eines anderen|leer\w*|hersteller\w*|anbieter\w*|lieferant\w*|gerüst|vorlage|nur (?:zum|als)|als (?:beispiel|referenz)|zum vergleich)(?!\p{L})|旧|以前の|別(?:件|チケット|チーム|の)|廃止|参考|ベンダー|先方|提供元|空の|空欄|骨子のみ|テンプレート|雛形|ひな形|却下/iu;

/** What is said of a note that is not there: nobody needs it, or somebody is still to write it. */
const notThere =
  /^(?:there is |we need |we have )?(?:no|none|not|keine?\p{L}*|nicht|pas|aucune?|ningun[oa]|sin)(?!\p{L}).{0,50}(?:needed|necessary|required|note|doc|spec|adr|rfc|nötig|notwendig|erforderlich|notiz|konzept|nécessaire|requise?|besoin|necesari[oa]|nota)(?!\p{L})|\b(?:(?:will|to) (?:write|add|follow|come|link|be (?:written|added|linked|done))|(?:is|are) (?:writing|drafting)|being written|writes? (?:it|this|one|the \p{L}+)|(?:not|never) (?:yet )?(?:been )?written|after the spike)\b|\b(?:escribirá|redactará|se (?:escribe|redacta)|está escribiendo)|(?:rédigera|écrira|sera (?:rédigée?|écrite?)|en cours de rédaction)|\b(?:schreibt (?:sie|es|ihn|\p{L}+ noch)|wird (?:noch )?(?:\p{L}+ ){0,4}(?:geschrieben|ergänzt|verlinkt|nachgereicht)|in arbeit)\b|(?:あとで|後で|これから|別途)|(?:書く|作成する|作成|記載)予定|(?:作成|記載)中|不要[。）)]?$|^(?:ask|talk to|speak to|frag|pregunta a|demander à)\s/iu;

/** Recordings, chats and tickets tell of a design and are none. */
const noDocuments =
  /(?:^|\.)(?:slack\.com|loom\.com|youtube\.com|youtu\.be|vimeo\.com|zoom\.us|teams\.microsoft\.com|discord\.com|sentry\.io|datadoghq\.com)$/i;

/** Whether the words or the address of a link call it a design note. */
export const namesNote = ({ text, url }: Link): boolean => noteWords.test(`${text} ${url}`);

/**
 * Why a link leads to no design note of this change; undefined when it does.
 * @param around its sentence
 * @param label what it stands under
 */
export function whyNoNote(link: Link, around: string, label = 'spec'): string | undefined {
  if (isPlaceholder(link.url)) return 'the link is a placeholder';
  if (link.kind === 'image') return 'a picture is no design note';
  const url = parsedUrl(link.url);
  if (
    url !== undefined &&
    (noDocuments.test(url.hostname) ||
      (url.hostname.endsWith('linear.app') && url.pathname.includes('/issue/')))
  )
    return `${url.hostname} holds no design notes`;
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
  if (
    /template|vorlage|plantilla|gabarit|guide(?:line)?s?\b|how-(?:we|to)-|handbook/i.test(
      `${link.url} ${link.text}`,
    )
  )
    return 'it tells how to write one';
  return undefined;
}

const nowhere = { text: '', labelled: false, title: undefined, elsewhere: false };

/** Why a line is no sentence of a design note; a few words alone say nothing of a design. */
export function whyNoSentence(written: {
  text: string;
  italic: boolean;
  struck: boolean;
}): string | undefined {
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
