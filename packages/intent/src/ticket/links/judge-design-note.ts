import type { Link } from '../../markdown/link.ts';
import { judgeContract } from './judge-contract.ts';
import { isPlaceholder, judgeMock, parsedUrl, takesThePlaceOf } from './judge-mock.ts';
import { isTemplateText } from '../sentences/template-text.ts';
import { whyNotConcrete } from '../sentences/why-not-concrete.ts';

/** Names of a design note, in text or in a URL. */
const called =
  "design[-_+ ]?(?:notes?|docs?|documents?)|tech(?:nical)?[-_+ ](?:design|notes?|specs?|specification|concept|approach|proposal)|(?:high|low)[-_+ ]level[-_+ ]design|(?:solution|system|engineering)[-_+ ]design|architecture[-_+ ](?:docs?|documents?|notes?|decisions?|proposal|concept)|\\brfcs?\\b|(?:^|/)adrs?/|\\badr[-_ ]?\\d|documento de diseño|nota[-_ ]de[-_ ]dise|diseño técnico|(?:nota|especificación|propuesta) técnica|(?:documento|nota|decisión) de arquitectura|(?:note|document|dossier)[-_ ]de[-_ ]conception|conception technique|(?:note|spéc(?:ification)?|proposition) technique|(?:note|document|dossier|décision) d['’]architecture|entwurfs(?:notiz|dokument)|design-?(?:notiz|dokument)|technische[sn]? (?:konzept|design|spezifikation|notiz)|(?:lösungs|fein|technik)konzept|lösungsskizze|architektur(?:dokument|konzept|notiz|entscheidung|skizze)|設計(?:メモ|書|ノート|資料|ドキュメント|文書)|技術(?:設計|仕様)|アーキテクチャ(?:設計|決定|資料)";
const noteWords = new RegExp(called, 'iu');
/** Words between the name of a note and its URL: `The design doc is here: …`. */
const introduces = new RegExp(
  `(?:${called})(?:[^\\p{L}.。]|(?<!\\p{L})(?:is|are|lives?|here|at|in|under|on|of this|for this|this|change|ticket|can be found|written|up|ist|liegt|steht|hier|unter|est|se trouve|ici|dans|sur|está|aquí|en|ya)(?!\\p{L})|là|は|を|に|こちら|参照|ここ|あり){0,8}⟦`,
  'iu',
);
/** Standards and vendor documents, which are not about this change. */
const published =
  /(?:^|\.)(?:ietf\.org|rfc-editor\.org|w3\.org|whatwg\.org|iso\.org|openid\.net|oauth\.net|owasp\.org|nist\.gov|wikipedia\.org|mozilla\.org|ecma-international\.org|oasis-open\.org|opentelemetry\.io|kubernetes\.io|grpc\.io|graphql\.org|openapis\.org|json-schema\.org|jwt\.io|readthedocs\.io|stackoverflow\.com|medium\.com|microsoft\.com|stripe\.com|adr\.github\.io)$/i;
const manual =
  /(?:^|\.)(?:docs?|developers?|devs?|desarrolladores|desarrollo|developpeurs?|entwickler|devportal|apidocs?|learn|support|help|api|partners?|integrations?)\./i;
const standard = /\brfc[\s-]?[1-9]\d{3}\b|\b(?:ietf|w3c|iso(?:\/iec)?)[\s-]/i;
/** Phrases that rule out a note, wherever they occur in the sentence. */
const notOfThisChange =
  /\b(?:unrelated|(?:other|another|different) (?:ticket|change|team|project|feature|service|work|topic|stor(?:y|ie)|epic)s?|(?:has|have) their own|inspired|background reading|for (?:context|reference|comparison|background)|no longer|does(?: not|n['’]t) (?:apply|cover)|not (?:this|for this|of this|about this|related)|not (?:yet )?(?:written|started|there)|as an example|like the one|not filled|headings only|only (?:the )?headings|not (?:been )?edited|(?:still|only|just) an? (?:\p{L}+ )?(?:draft|stub|skeleton))\b|\b(?:de otr[oa]|como (?:referencia|ejemplo)|sin relación|ya no (?:vale|aplica)|sin rellenar)(?!\p{L})|(?:^|[^\p{L}])(?:d['’]une? autre|autre (?:ticket|équipe|projet)|à titre (?:de référence|d['’]exemple)|pour (?:référence|mémoire)|ne s['’]applique plus)(?!\p{L})|(?:^|[^\p{L}])(?:gilt nicht|anderes? (?:ticket|team|projekt)|eines anderen|nur (?:zum|als)|als (?:beispiel|referenz)|zum vergleich)(?!\p{L})|旧(?:設計|仕様|資料|版)|以前の(?:設計|仕様|資料)|別(?:件|チケット|チーム|の(?!よう))|参考|先方|提供元|ベンダー|空の(?:まま|テンプレート)|空欄|骨子のみ|見出し(?:だけ|のみ)|下書きのまま|却下|廃止(?:済|され)/iu;
/** Words that rule out a note only when they refer to it, not to its subject: `the old design doc`. */
const turned =
  "(?:old|older|previous|former|outdated|obsolete|superseded|replaced|deprecated|rejected|abandoned|withdrawn|similar|general|blank|empty|unfilled|skeleton|stub|unedited|vendor|provider|supplier|manufacturer|third[- ]party|upstream|their|parent|generated|auto-?generated|templates?|antigu[oa]|anterior|obsolet[oa]|descartad[oa]|vací[oa]|proveedor|fabricante|plantilla|ancien(?:ne)?|obsolète|remplacée?|abandonnée?|vide|fournisseur|éditeur|modèle|gabarit|alte[rsn]?|frühere[rsn]?|veraltet\\w*|überholt\\w*|verworfen\\w*|ersetzt|leer\\w*|hersteller\\w*|anbieter\\w*|lieferant\\w*|gerüst|vorlage|テンプレート|雛形|ひな形|旧)(?:['’]s)?(?!\\p{L})";
const paper = `(?:${called}|docs?|documents?|specs?|notes?|one|version)`;
const turnedAway = [
  `(?<!\\p{L})${turned}\\s+(?:\\p{L}+\\s+)?${paper}(?!\\p{L})[^.]{0,30}⟦`,
  `(?:${called})\\s+(?:(?:of|from|de|del|du|von|vom|des|der)\\s+|d['’])?(?:(?:the|a|el|la|le)\\s+|l['’])?${turned}[^.]{0,30}⟦`,
  `(?:^|[\\s:：(（])${turned}\\s*[:：]?\\s*⟦`,
  `[(（]\\s*(?:[\\p{L}'’]+\\s+){0,3}?${turned}\\s*[)）][^.]{0,10}⟦`,
  `⟦⟧[\\s)）」]*[(（,;–—:-]\\s*(?:[\\p{L}'’]+[\\s,]+){0,5}?${turned}`,
  `[:：]\\s*[^:：⟦]{0,60}?(?<!\\p{L})${turned}[^:：⟦]{0,40}⟦`,
  `⟦⟧\\s+(?:is|was|are|ist|est|es|está)\\s+(?:[\\p{L}'’]+\\s+){0,2}?${turned}`,
].map((pattern) => new RegExp(pattern, 'iu'));
const tellsHowToWrite =
  /(?:design|rfc|adr|note|doc|spec|tech\w*)s?[-_ ]+(?:(?:notes?|docs?|specs?)[-_ ]+)?(?:template|vorlage|plantilla|gabarit|guides?)\b|\b(?:template|vorlage|plantilla|gabarit|guides?)[-_ ](?:(?:for|to|of|de|für)[-_ ])?(?:design|rfc|adr|note|doc|spec|tech|writing)|\/templates?(?:\/|$)|guidelines?\b|how-(?:we|to)-|handbook/i;

const template = '(?:templates?|skeleton|vorlagen?|plantillas?|modèles?|gabarits?|テンプレート|雛形|ひな形)';
/** A template that was copied, or that is in a folder of templates. */
const isTemplate = [
  `(?:copy|copied|copies|kopie|kopiert|copie|copiée?|copia|copiad[oa])(?!\\p{L})[^.]{0,30}(?<!\\p{L})${template}`,
  `${template}[^.]{0,30}(?:copied|untouched|unedited|kopiert|copié|copiad|コピー|のまま)`,
  `(?:^|/)(?:_|0000-)?${template}(?=/|\\.\\w+|$)`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** Whether a line only names the template of a design note. */
export const namesTemplate = (text: string): boolean => isTemplate.some((pattern) => pattern.test(text));

/** Phrases about a missing note: it is not needed, or still to be written. */
const notThere = [
  /^(?:there is |we need |we have )?(?:no|none|not|keine?\p{L}*|nicht|pas|aucune?|ningun[oa]|sin)(?!\p{L}).{0,50}(?:needed|necessary|required|note|doc|spec|adr|rfc|nötig|notwendig|erforderlich|notiz|konzept|nécessaire|requise?|besoin|necesari[oa]|nota)(?!\p{L})/iu,
  /^(?:(?:it|this|the \p{L}+) )?(?:(?:will|to) be (?:written|added|linked|done|discussed)|to (?:follow|come|write|add)|will (?:follow|come)|(?:is )?being written)\b/iu,
  /\b(?:writ(?:e|es|ing|ten)|draft(?:s|ed|ing)?)\b.{0,40}\b(?:it|this|one|note|doc|spec|design|rfc|adr|section)\b.{0,40}\b(?:later|soon|next (?:week|sprint|month)|tomorrow|when|once|after|before|by)\b|\b(?:will|['’]ll|am|still|should|has to|needs to|going to)\s(?:\p{L}+ )?(?:write|draft|writing|drafting|add|link) (?:it|this|one|that|an?|the (?:note|doc|spec|design|rfc|adr|link|section)\p{L}*)(?!\p{L})/iu,
  /(?:konzept|notiz|dokument|entwurf|spezifikation|adr|rfc|es)\b.{0,30}\bwird\b.{0,40}\b(?:geschrieben|erstellt|ergänzt|nachgereicht|verlinkt)\b|\bschreibe? (?:ich|wir)\b.{0,20}\b(?:noch|später|nächste|nach)\b/iu,
  /(?:^|[\s,])(?:je|on) (?:l['’]|la |le )(?:écri|rédige)|\bà rédiger\b|\b(?:la|lo) (?:escribo|redacto|escribimos)\b|書いています/iu,
  /\bwill (?:write|add|link|draft) (?:it|this|one|that|an?|the (?:note|doc|spec|design|rfc|adr|link)\p{L}*)(?!\p{L})|\bnot (?:yet )?(?:been )?written(?: yet)?\s*(?:$|[.,;:(])|\bafter the spike\b/iu,
  /^\p{Lu}\p{L}+ (?:(?:is|are) (?:writing|drafting)|writes|drafts)(?: (?:it|this|one|the (?:note|doc|spec|design|rfc|adr)\p{L}*))?\s*(?:$|[.,;(]|(?:later|soon|once|after|when|next|before|until|this|by)\b)/u,
  /(?:^|\p{Lu}\p{L}+ )(?:se|lo|la) (?:escrib(?:e|irá)|redacta(?:rá)?)(?!\p{L})|^\p{Lu}\p{L}+ (?:lo |la )?está escribiendo/u,
  /(?:^|[\s,])l(?:a |e |['’])(?:rédigera|écrira)(?!\p{L})|^(?:elle |il )?sera (?:rédigée?|écrite?)(?!\p{L})|en cours de rédaction/iu,
  /^\p{Lu}\p{L}+ schreibt (?:sie|es|ihn|das|\p{L}+ noch)\s*(?:$|[.,;(]|(?:noch|nächste|nach|bis|im|am)(?!\p{L}))/u,
  /(?:^wird|\bwird noch) (?:\p{L}+ ){0,4}(?:geschrieben|ergänzt|verlinkt|nachgereicht)|\bin arbeit\b/iu,
  /(?:あとで|後で|これから|別途).{0,12}(?:書|作成|記載|記入|追記|共有|まとめ|用意|検討|相談|決め)|(?:書く|作成する|作成|記載)予定|(?:作成|記載)中(?:$|[。、（()）]|です)|^.{0,20}不要[。）)]?$/u,
  /^(?:the |an? )?(?:(?:blank|empty|leere[rs]?)\s+(?:template|skeleton|page|vorlage)|(?:modèle|gabarit|template|vorlage|plantilla)\s+(?:vierge|vide|vací[oa]|en blanco|only|in|from|dans|en|im|aus)(?!\p{L}))/iu,
  /^(?:ask|talk to|speak to|frag|pregunta a|demander à)\s/iu,
];

/** Recordings, chats and tickets may discuss a design but are not a design note. */
const noDocuments =
  /(?:^|\.)(?:slack\.com|loom\.com|youtube\.com|youtu\.be|vimeo\.com|zoom\.us|teams\.microsoft\.com|discord\.com|sentry\.io|datadoghq\.com)$/i;

/** Whether the text or URL of a link, or the words directly before it, call it a design note. */
export const namesNote = ({ text, url }: Link, around: string): boolean =>
  noteWords.test(text) || noteWords.test(url) || introduces.test(around);

/**
 * Why a link is not a design note of this change; undefined when it is.
 * @param around its sentence
 * @param label the label that it is under
 * @param isOwn whether a host belongs to the company that wrote the ticket
 */
export function whyNoNote(
  link: Link,
  around: string,
  label: string | undefined,
  isOwn: (host: string) => boolean,
): string | undefined {
  if (isPlaceholder(link.url)) return 'the link is a placeholder';
  if (link.kind === 'image') return 'an image is not a design note';
  const url = parsedUrl(link.url);
  if (
    url !== undefined &&
    (noDocuments.test(url.hostname) ||
      (url.hostname.endsWith('linear.app') && url.pathname.includes('/issue/')))
  )
    return `${url.hostname} does not host design notes`;
  const isManual = url !== undefined && manual.test(url.hostname) && !/google\./.test(url.hostname);
  if (
    standard.test(`${link.text} `) ||
    standard.test(around.replace(/⟦.*$/s, '')) ||
    (url !== undefined && published.test(url.hostname)) ||
    (isManual &&
      /spec|spéc|espec|spez|仕様/i.test(label ?? 'spec') &&
      !noteWords.test(link.url) &&
      !isOwn(url.hostname))
  )
    return 'that is a published standard or document, not the design of this change';
  if (url !== undefined && url.pathname.replaceAll('/', '') === '' && url.search === '' && url.hash === '')
    return 'it leads to a front page';
  if (judgeContract(link, nowhere)?.counts === true) return 'it is a contract';
  if (judgeMock(link, { ...nowhere, text: around, title: label })?.counts === true) return 'it is a mock';
  const said = [
    around.replaceAll(/https?:\/\/\S+/g, ' ').replaceAll(takesThePlaceOf, ' '),
    `${link.text.replaceAll(/[:：]/g, ' ')} ⟦⟧`,
  ];
  const foreign = [notOfThisChange, ...turnedAway]
    .flatMap((pattern) => said.map((text) => pattern.exec(text)?.[0]))
    .find((found) => found !== undefined);
  if (foreign !== undefined)
    return `“${foreign.replaceAll(/[⟦⟧]/g, '').trim()}” says that it is not the design note of this change`;
  if ([around, link.text, link.url].some(namesTemplate)) return 'it is the template of a note';
  if (tellsHowToWrite.test(`${link.url} ${link.text}`)) return 'it explains how to write one';
  return undefined;
}

const nowhere = { text: '', labelled: false, title: undefined, elsewhere: false };

/** Labels for any kind of plan, including a design note. */
const loose =
  /^\W*(?:(?:proposed |chosen )?approach|proposed design|ansatz|enfoque(?: propuesto)?|planteamiento|approche(?: retenue| proposée)?|アプローチ|archite[ck]tur[ae]?|arquitectura|アーキテクチャ|konzept|conception|設計)\W*$/iu;
/** Parts of a system that a design describes. */
const systemPart =
  /[`_]\w|queue|cach[eé]|tabl[ae]|column|index|endpoint|servic|worker|\bjobs?\b|transa[ck]tion|transacc|token|\block|database|postgres|redis|kafka|s[cq]h?[eé]ma|esquema|modul|\bapi|cursor|lease|event|stream|proxy|gateway|server|client|cron|thread|partition|\bcolas?\b|base de (?:datos|données)|passerelle|pasarela|requête|jeton|warteschlange|dienst|datenbank|tabelle|schnittstelle|speicher|cliente|キュー|キャッシュ|テーブル|サービス|サーバ|トークン|データベース|ジョブ|クライアント/iu;

/**
 * Why a line is not a sentence of a design note; a few words alone do not describe a design.
 * @param written `label` is what the line is under; a line with links that are not notes needs more text of its own
 */
export function whyNoSentence(written: {
  text: string;
  italic: boolean;
  struck: boolean;
  links: readonly Link[];
  label: string | undefined;
}): string | undefined {
  let text = written.text.replace(/^\p{Lu}[\p{L} /-]{1,30}[:：]\s*/u, '');
  for (const link of written.links) text = text.replace(link.text === '' ? link.url : link.text, ' ');
  const why = whyNotConcrete({ ...written, text });
  if (why !== undefined) return why;
  if (text.length < 160 && notThere.some((pattern) => pattern.test(text)))
    return 'it says that there is no note';
  if (standard.test(`${text} `)) return 'it refers to a published standard, not of the design of this change';
  if (namesTemplate(text)) return 'it refers to the template of a note';
  if (isTemplateText(text)) return 'it is an instruction from a template';
  if (loose.test(written.label ?? '') && !systemPart.test(text)) return 'it describes no part of the system';
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_./{}-]*/gu)?.length ?? 0;
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const beside = written.links.length > 0 ? 2 : 1;
  return words >= 5 * beside || japanese >= 10 * beside ? undefined : 'it is too short to describe a design';
}
