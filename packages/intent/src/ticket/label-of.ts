import { type LabelMeaning, vocabulary } from './vocabulary.ts';

export interface Label {
  meaning: LabelMeaning;
  /** As written. */
  title: string;
  /** What follows it on the line. */
  rest: string;
}

const phrases = new Map<string, { meaning: LabelMeaning; open: boolean }>();
for (const [meaning, words] of Object.entries(vocabulary)) {
  for (const word of words) {
    const open = word.endsWith('…');
    phrases.set(folded(open ? word.slice(0, -1) : word), { meaning: meaning as LabelMeaning, open });
  }
}
const openPhrases = [...phrases].filter(([, { open }]) => open);
/** Phrases that say what a heading is about, whatever stands around them. */
const telling = [...phrases].filter(
  ([phrase, { meaning }]) =>
    ['dod', 'success_criteria', 'readiness', 'design_note'].includes(meaning) &&
    (phrase.includes(' ') || /[^\p{ASCII}]/u.test(phrase) || phrase.length > 12) &&
    phrase.length > 3,
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

/** What a heading, or a line that stands as one, is about. */
export function titleLabel(text: string): Label | undefined {
  const inline = inlineLabel(text);
  if (inline !== undefined && inline.rest !== '') return inline;
  const title = folded(text);
  const exact = phrases.get(title);
  if (exact !== undefined) return { meaning: exact.meaning, title: text, rest: '' };
  for (const part of title.split(/\s*(?:\/|&|\+|,| and | und | et | y | と )\s*/)) {
    const found = phrases.get(part);
    if (found !== undefined && found.meaning !== 'other')
      return { meaning: found.meaning, title: text, rest: '' };
  }
  if (title.length > 80 || /^(no|not|without|ohne|sans|sin) /.test(title)) return undefined;
  const inside = telling.find(([phrase]) => ` ${title} `.includes(cjk(phrase) ? phrase : ` ${phrase} `));
  if (inside !== undefined) return { meaning: inside[1].meaning, title: text, rest: '' };
  const noun = tellingNouns.find(({ pattern }) => pattern.test(title));
  return noun && { meaning: noun.meaning, title: text, rest: '' };
}

/** The label that a line begins with: `AC: …`, `Milestone – Beta`, `Done when …`, `Mock https://…`, `DESIGN`. */
export function inlineLabel(text: string): Label | undefined {
  const separated = /^(.{1,60}?)\s*(?:::|:|：|＝|=|→|=>|->|[–—](?=\s)|-(?=\s))\s*(.*)$/su.exec(text);
  if (separated !== null) {
    const [, title = '', rest = ''] = separated;
    const found = phrases.get(folded(title)) ?? numbered(title);
    if (found !== undefined) return { meaning: found.meaning, title, rest };
    // `SLO (measurable): …` and `Mock – v3: …` have a second sign further on; the first one decides.
  }
  const linked = /^(.{1,40}?)\s+(https?:\/\/.*)$/s.exec(text);
  const before = linked === null ? undefined : phrases.get(folded(linked[1] ?? ''));
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

/** `AC1: …`, `AC-2: …`. */
function numbered(title: string): { meaning: LabelMeaning } | undefined {
  return /^(?:acs?|acceptance criteri(?:on|a)|dod)\s*[-#.]?\s*\d{1,2}$/.test(folded(title))
    ? { meaning: 'dod' }
    : undefined;
}

/** `Notes:`, `Rollout plan: …`: a line that begins something else, whatever it is called. */
export function isUnknownLabel(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N} /&'’()-]{1,30}[:：](?:\s|$)/u.test(text);
}

/** As phrases are compared: case, numbering, signs, brackets and hyphens do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\([^)]{0,60}\)/g, ' ')
    .replaceAll(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, ' ')
    .replaceAll(/[*_#`"“”«»[\]【】「」■□◆●▶]/g, ' ')
    .replaceAll(/(?<=\p{L})[-‐-–](?=\p{L})/gu, ' ')
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)、]?|[a-z][.)])\s+/u, '')
    .replace(/[\s:：.?!-]+$/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const cjk = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
