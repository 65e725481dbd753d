import { isDate } from './sentences/dates.ts';
import type { OutlinedLine } from './outline/outlined-line.ts';
import { locationOf } from './outline/location-of.ts';
import { quote } from './sentences/quote.ts';
import { readLabelled } from './read-labelled.ts';
import type { Field } from './ticket-fields.ts';
import { whyNotConcrete } from './sentences/why-not-concrete.ts';

const quoted = `[“"'«„「]\\s?(?<quoted>[^“”"«»「」]{2,40}?)\\s?[”"'»“」]`;
const bare = `(?<bare>[\\p{Lu}\\d][^.,;()“”"«»]{1,40}?)`;
const end = `(?=\\s*(?:[.,;()]|$))`;
/** Sentences that say to which milestone the ticket belongs. */
const inProse: readonly RegExp[] = [
  ...[quoted, bare].flatMap((name) =>
    [`${name}\\s+milestone\\b`, `milestone\\s+${name}${end}`].map(
      (called) =>
        new RegExp(
          `\\b(?:[Pp]art of|[Bb]elongs? to|[Cc]ounts towards|[Pp]lanned (?:for|in)|[Ss]cheduled for|[Tt]argets?|[Tt]argeting|[Nn]eeded for|[Gg]oes into|[Ss]hips (?:with|in)|[Dd]ue (?:in|with)|[Bb]locks|[Tt]racked (?:under|in)|[Aa]ssigned to|(?:[Ii]t|[Tt]his(?: ticket| issue| story| work)?) is (?:in|for|on|under)|[Ss]hip (?:this|it) (?:with|in)|[Ll]ands in|[Ss]lated for|[Ff]iled under|[Ff]alls under|[Dd]elivered (?:with|in)|[Cc]ontributes to)\\s+(?:the\\s+|our\\s+)?${called}`,
          'u',
        ),
    ),
  ),
  ...[quoted, bare].flatMap((name) =>
    [
      '(?:[Pp]ertenece al?|[Ff]orma parte del?|[Ee]ntra en el|[Vv]a en el|[Ee]s parte del|[Pp]ara el|[Cc]orresponde al|[Aa]sociad[oa] al|[Ii]ncluid[oa] en el|[Dd]entro del) hito',
      '(?:[Ff]ait partie du|[Aa]ppartient au|[Rr]attachée? au|[Pp]révue? (?:pour|dans) le|[Dd]ans le|[Pp]our le|[Rr]elève du|[Aa]ssociée? au) jalon',
      '(?:[Gg]ehört zum|[Tt]eil des|[Ff]ür den|[Zz]um|[Ii]m|[Gg]eplant für den|[Ii]n den|[Uu]nter dem|[Zz]ählt zum) Meilensteins?',
    ].map((words) => new RegExp(`${words}\\s+${name}${end}`, 'u')),
  ),
  new RegExp(`^(?:The |Its |Our )?[Mm]ilestone is ${quoted}`, 'u'),
  new RegExp(`^(?:The |Its |Our )?[Mm]ilestone is ${bare}${end}`, 'u'),
  /マイルストーン(?:は|が)?[「『“"](?<quoted>[^」』”"]{2,40})[」』”"](?:に(?:含|属|紐|入)|の一部|向け|対象|で対応|です)/u,
];

/** Metadata without a colon: `Milestone Beta 2`. */
const bareLine =
  /^(?:Milestone|Hito|Jalon|Meilenstein|マイルストーン)\s+[“"'«„「]?\s?(?<bare>[\p{Lu}\d][^.,;:()]{1,40}?)\s?[”"'»“」]?$/u;

/** Sentences about a milestone that the ticket does not belong to. */
const aside =
  /\b(?:not?|never|nothing|un(?:like|related)|cannot|instead|after|before|until|once|other|another|their|theirs|previous|last|blocked|waits?|depends?|depending|conflicts?|moved|leftovers?|no|nunca|antes|después|hasta|otr[oa]|pas|avant|après|autre|nicht|kein\w*|vor|nach|ander\w*)\b|n['’]t\b|ではな|ない|以降|前に|別の/iu;

/** Finds the milestone: a named one that the ticket belongs to, also in a metadata line. */
export function readMilestone(placed: readonly OutlinedLine[]): Field {
  const answered = new Set<string>();
  const candidates = readLabelled(placed, 'milestone_in_text', ({ text, line, sections }) => {
    const key = `${sections[0]?.number}`;
    // Under a heading, the first line is the name; what follows describes it.
    if (answered.has(key) && line.kind !== 'row') return { counts: false, why: 'the name is above it' };
    answered.add(key);
    const why = whyNoMilestone(text.replaceAll(/[*_~"“”«»`]/g, '').trim(), line);
    return why === undefined ? { counts: true, why: 'a named milestone' } : { counts: false, why };
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    if (one.line.kind === 'code' || one.line.quoted || one.isLabel) continue;
    if (one.sections.some(({ meaning }) => meaning === 'elsewhere' || meaning === 'milestone_in_text'))
      continue;
    const found = milestoneIn(one.line.text);
    if (found === undefined) continue;
    candidates.push({
      where: locationOf(one),
      line: one.line.number,
      quote: quote(one.line.text),
      ...(found.isOfThis
        ? { counts: true, why: `the sentence says that the ticket belongs to “${found.name}”` }
        : { counts: false, why: `the sentence does not say that the ticket belongs to “${found.name}”` }),
    });
  }
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a line, section or cell labelled “Milestone”, “Hito”, “Jalon”, “Meilenstein” or “マイルストーン” with a name',
    candidates,
  };
}

/** Why the text under the label is not the name of a milestone. */
function whyNoMilestone(
  name: string,
  { struck, italic }: { struck: boolean; italic: boolean },
): string | undefined {
  if (name === '') return struck ? 'it is struck through' : 'it is empty';
  const why = whyNotConcrete({ text: name, italic });
  if (why !== undefined && why !== 'it is too short to say what must be true' && why !== 'it is only a link')
    return why;
  if (isDate(name) || isDate(name.replace(/\s*[(（].*$/u, ''))) return 'a date is not a milestone: name it';
  if (
    /^(?:none|no milestone|no|yes|nope|unassigned|unplanned|undecided|unclear|ningun[oa]|aucune?|kein\p{L}*|nein|ja|oui|non|sí|unklar)(?=$|[\s.,;:(–—-])|^(?:not (?:yet|assigned|set|known|decided|applicable|planned|in a)|without (?:a )?milestone|ask|to be|sin (?:asignar|definir|hito)|no (?:hay|aplica|asignado)|aún|todavía|pas (?:encore|de jalon|défini)|sans jalon|noch)(?!\p{L})|^(?:-|なし|未|無し|ありません|これから)/iu.test(
      name,
    )
  )
    return 'it says that there is none';
  if (/^(?:x+|\?+|_+|#?\d{1,2}|name|\p{P}+)$/iu.test(name)) return 'it is not a name';
  return undefined;
}

function milestoneIn(line: string): { name: string; isOfThis: boolean } | undefined {
  const alone = line
    .split(/\s*[|·•]\s*|\s+\/\s+/)
    .map((part) => bareLine.exec(part)?.groups?.['bare'])
    .find((name) => name !== undefined);
  if (alone !== undefined) return { name: alone, isOfThis: true };
  for (const sentence of line.slice(0, 2000).split(/(?<=[.!?;]\s|。)/)) {
    for (const pattern of inProse) {
      const found = pattern.exec(sentence);
      const name = Object.values(found?.groups ?? {}).find((group) => group !== undefined);
      if (name !== undefined)
        return { name: name.trim(), isOfThis: !aside.test(sentence.replace(name, ' ')) };
    }
  }
  return undefined;
}
