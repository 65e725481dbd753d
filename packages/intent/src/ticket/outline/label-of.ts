import type { LabelMeaning } from '../vocabulary/label-meaning.ts';
import { vocabulary } from '../vocabulary/vocabulary.ts';

export interface Label {
  meaning: LabelMeaning;
  /** The label as written. */
  title: string;
  /** The text after it on the line. */
  rest: string;
}

const phrases = new Map<string, { meaning: LabelMeaning; open: boolean }>();
for (const { phrase, meaning } of vocabulary) {
  const open = phrase.endsWith('…');
  phrases.set(folded(open ? phrase.slice(0, -1) : phrase), { meaning, open });
}
/** Words that mean too little when surrounded by others. */
const tooCommon = new Set(
  'done verify verification verificación vérification verifikation verifizierung überprüfung prüfung nachweis recette abnahme 検証 acceptance approved accord conforme firma visa signature design designs ui ux screens sketch spec interface validation validations validé genehmigt accepted by ca ac rfc adr slo success approach architecture architektur arquitectura アーキテクチャ アーキテクチャー アプローチ conception ansatz enfoque planteamiento approche konzept hld lld'.split(
    ' ',
  ),
);
const openPhrases = [...phrases].filter(([, { open }]) => open);
/** Phrases that identify a heading's topic regardless of the words around them. */
const telling = [...phrases].filter(
  ([phrase, { meaning }]) =>
    ['dod', 'success_criteria', 'readiness', 'design_note', 'sign_off'].includes(meaning) &&
    (meaning !== 'sign_off' || phrase.includes(' ')) &&
    (phrase.includes(' ') || /[^\p{ASCII}]/u.test(phrase) || phrase.length > 12) &&
    phrase.length > 3 &&
    !tooCommon.has(phrase),
);
const tellingNouns = [
  {
    pattern: /(?<![\p{L}])(mock-?ups?|mocks|wireframes?|figma|maquetas?|maquettes?|モック\p{L}*)(?![\p{L}])/u,
    meaning: 'mock_link',
  },
  {
    pattern: /(?<![\p{L}])(openapi|api contract|contrato de|contrat d'|api契約)(?![\p{L}])/u,
    meaning: 'contract_link',
  },
] as const;

/** The meaning of a heading, or of a line that serves as one. */
export function titleLabel(text: string): Label | undefined {
  const inline = inlineLabel(text);
  if (inline !== undefined && inline.rest !== '') return inline;
  const title = folded(text);
  const exact = phrases.get(title);
  if (exact !== undefined) return { meaning: exact.meaning, title: text, rest: '' };
  const found = bracketed(text) ?? joined(title) ?? qualified(title);
  if (found !== undefined) return { meaning: found, title: text, rest: '' };
  if (title.length > 80 || /^(no|not|without|ohne|sans|sin) /.test(title)) return undefined;
  const inside = telling.find(([phrase, { meaning }]) => {
    const [where, what] = cjk(phrase) ? [title, phrase] : [` ${title} `, ` ${phrase} `];
    // “Rewrite the design note of billing” is the title of a ticket; “Design note for billing” is a label.
    return meaning === 'design_note' || meaning === 'sign_off'
      ? where.startsWith(what) && !turnsAway.test(title)
      : where.includes(what);
  });
  if (inside !== undefined) return { meaning: inside[1].meaning, title: text, rest: '' };
  const noun = tellingNouns.find(({ pattern }) => pattern.test(title));
  return noun && { meaning: noun.meaning, title: text, rest: '' };
}

/** `**Milestone** Beta 2`: bold text at the beginning of a line is a label even without a colon after it. */
export function leadingLabel(lead: string, text: string): Label | undefined {
  const found = phrases.get(folded(lead));
  const rest = text.slice(lead.length).trim();
  return found === undefined || rest === '' ? undefined : { meaning: found.meaning, title: lead, rest };
}

/**
 * The label at the beginning of a line: `AC: …`, `【AC】…`, `Milestone – Beta`, `Done when …`, `Mock https://…`,
 * `DESIGN`.
 */
export function inlineLabel(text: string): Label | undefined {
  const framed = /^[【［＜〈《]([^】］＞〉》]{1,40})[】］＞〉》]\s*[:：]?\s*(.*)$/su.exec(text);
  const inFrame = phrases.get(folded(framed?.[1] ?? ''));
  if (framed !== null && inFrame !== undefined)
    return { meaning: inFrame.meaning, title: framed[1] ?? '', rest: framed[2] ?? '' };
  const separated = /^(.{1,60}?)\s*(?:::|:|：|＝|=|→|=>|->|[–—](?=\s)|-(?=\s))\s*(.*)$/su.exec(text);
  if (separated !== null) {
    const [, title = '', rest = ''] = separated;
    const name = folded(title);
    const meaning =
      phrases.get(name)?.meaning ??
      numbered(name) ??
      bracketed(title) ??
      joined(name, true) ??
      qualified(name);
    if (meaning === 'dod' && acceptance.has(name) && personAndDate.test(rest))
      return { meaning: 'sign_off', title, rest };
    if (meaning !== undefined) return { meaning, title, rest };
    // In `SLO (measurable): …` and `Mock – v3: …` a second separator follows; the first one decides.
  }
  const linked = /^(.{1,40}?)\s+(https?:\/\/.*)$/s.exec(text);
  const before =
    linked === null
      ? undefined
      : phrases.get(folded((linked[1] ?? '').replace(/\s+(?:is |are |lives? )?(?:at|in|under|here)$/i, '')));
  if (linked !== null && before !== undefined) {
    return { meaning: before.meaning, title: linked[1] ?? '', rest: linked[2] ?? '' };
  }
  const line = folded(text);
  for (const [phrase, { meaning }] of openPhrases) {
    if (!line.startsWith(`${phrase} `)) continue;
    const words = phrase.split(' ').length;
    const rest = text.trim().split(/\s+/).slice(words).join(' ');
    if (rest.includes(' ')) return { meaning, title: text.slice(0, text.length - rest.length).trim(), rest };
  }
  const exact = phrases.get(line);
  return exact && { meaning: exact.meaning, title: text, rest: '' };
}

/** Labels above criteria that may also precede the person who accepted: `Abnahme: Jo Weber, 12.11.` */
const acceptance = new Set(['abnahme', 'acceptance', 'recette', 'akzeptanz', 'abgenommen']);
const personAndDate =
  /^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,2}(?:\s*\([^)]{1,30}\))?(?:,|\s+(?:am|on|le|\())\s*(?:\p{L}+\s+)?\d{1,2}(?:[./]\d|(?:st|nd|rd|th|er)?\s+\p{L})/u;

/** `AC1: …`, `AC-2: …`, `RFC-012: …`; a four-digit number refers to a published RFC. */
function numbered(name: string): LabelMeaning | undefined {
  if (/^(?:rfc|adr|design (?:note|doc))\s*[-#]?\s*(?:\d{1,3}|0\d{3})$/.test(name)) return 'design_note';
  return /^(?:acs?|acceptance criteri(?:on|a)|dod)\s*[-#.]?\s*\d{1,2}$/.test(name) ? 'dod' : undefined;
}

/** `How we know it worked (KPI)`. */
function bracketed(title: string): LabelMeaning | undefined {
  const inside = /[(（]([^()（）]{2,40})[)）]/.exec(title)?.[1];
  const found = inside === undefined ? undefined : phrases.get(folded(inside))?.meaning;
  return found === 'other' || found === 'aside' ? undefined : found;
}

/**
 * `Goals and KPIs`, `Mock / Contract`: the first part that is a label, preferring a field to a generic word.
 * @param all whether each part must be a label: text before a colon is more often prose than a heading is
 */
function joined(name: string, all = false): LabelMeaning | undefined {
  const parts = name.split(/\s*(?:\/|&|\+|,|、|・| and | or | und | oder | et | ou | y | o | と )\s*/);
  if (parts.length === 1 || (all && !parts.every((part) => phrases.has(part)))) return undefined;
  const found = parts.map((part) => phrases.get(part)?.meaning).filter((meaning) => meaning !== undefined);
  return (
    found.find((meaning) => meaning !== 'other' && meaning !== 'aside' && meaning !== 'goals') ??
    found.find((meaning) => meaning === 'goals')
  );
}

/** Labels that may have a word or two before or after them, and where. */
const qualifiable: Partial<Record<LabelMeaning, 'before' | 'both'>> = {
  dod: 'both',
  success_criteria: 'both',
  sign_off: 'both',
  milestone_in_text: 'before',
  mock_link: 'before',
  design_note: 'before',
};
/** Words that turn a label into one for something else. */
const turnsAway =
  /(?<!\p{L})(?:owners?|needed|required|wanted|missing|flow|process|page|screen|date|deadline|due|template|checklist for|responsible|verantwortlich\w*|erforderlich|nötig|vorlage|requerid[oa]s?|plantilla|responsable|requise?s?|modèle|gabarit)(?!\p{L})|必要|予定|テンプレート/iu;

/** `UX sign-off`, `Target milestone`, `Freigabe Fachbereich`: at most two words in addition to the label. */
function qualified(name: string): LabelMeaning | undefined {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 6 || turnsAway.test(name)) return undefined;
  for (const more of [1, 2]) {
    if (words.length <= more) continue;
    for (const [phrase, where] of [
      [words.slice(more).join(' '), 'before'],
      [words.slice(0, -more).join(' '), 'behind'],
    ] as const) {
      if (tooCommon.has(phrase)) continue;
      const meaning = phrases.get(phrase)?.meaning;
      const allowed = meaning && qualifiable[meaning];
      if (allowed === 'both' || (allowed !== undefined && allowed === where)) return meaning;
    }
  }
  return undefined;
}

/** `Notes:`, `Rollout plan: …`: a line that begins another topic, whatever it is called. */
export function isUnknownLabel(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N} /&'’()-]{1,30}[:：](?:\s|$)/u.test(text);
}

/** Normalises a phrase for comparison: case, numbering, punctuation, brackets and hyphens do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\([^)]{0,60}\)/g, ' ')
    .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, ' ')
    .replaceAll(/[*_#`"“”«»[\]【】「」■□◆●▶]/g, ' ')
    .replaceAll(/(?<=\p{L})[-‐-–](?=\p{L})/gu, ' ')
    .replace(/^\s*[・▼▽◇○]\s*/u, '')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)、]?|[a-z][.)])\s+/u, '')
    .replace(/[\s:：.?!-]+$/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const cjk = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
