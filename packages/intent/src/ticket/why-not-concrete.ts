/** What stands in a template, or for something that is still to come. Each pattern is for a whole line. */
const nothing: readonly [RegExp, string][] = [
  [/^[\p{P}\p{S}\s]*$/u, 'it says nothing'],
  [
    /^(?:is |are |still |noch |sigue |est |reste )?(?:tbd|tba|tbc|todo|to ?do|wip|fixme|xxx+|n\s*[./]?\s*a\.?|nil|null|none(?: yet| so far)?|nothing(?: yet)?|no|not (?:yet|applicable|available|defined|decided|needed|required|set)(?: yet)?|not yet (?:known|defined|decided|available|there)|unknown|pending|missing|empty|later|soon|open|placeholder|coming soon|to follow|see later|work in progress|[?？]+)(?=$|[\p{P}\s])(?!\s+\p{L}+\s+\p{L}+\s+\p{L}+\s+\p{L}+\s+\p{L}+\s+\p{L}+)/iu,
    'it is a placeholder',
  ],
  [
    /^(?:still )?(?:to be|will be|needs? to be|yet to be|must still be)\s+(?:\w+\s)?(?:defined|done|decided|determined|discussed|added|written|filled|agreed|confirmed|specified|clarified|provided|announced)/i,
    'it is still to be written',
  ],
  [
    /^(?:por (?:definir|determinar|decidir|completar|confirmar)|pendiente|sin definir|a definir|no aplica|ninguno|ninguna|por hacer)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [
    /^(?:à (?:définir|venir|compléter|préciser|déterminer|faire|décider|confirmer)|a definir|non défini|sans objet|aucun|aucune|en attente|s\. ?o\.|plus tard)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [
    /^(?:offen|noch offen|noch (?:zu|nicht|unklar|festzulegen)|folgt|wird (?:noch|nachgereicht|ergänzt)|unbekannt|entfällt|keine?|kommt (?:noch|später)|zu (?:klären|definieren|ergänzen)|tbd|steht noch aus|später)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [
    /^(?:未定|未決|未記入|未作成|未設定|検討中|調整中|確認中|後で|後ほど|あとで|追って|なし|無し|特になし|該当なし|記入|別途|準備中|作成中|要検討|ここに)/u,
    'it is still to be written',
  ],
  [
    /^(?:the |an? )?(?:first |second |third |another |example |sample )?(?:acceptance )?(?:criterion|criteria|item|condition|requirement|outcome|criterio|critère|kriterium|条件|基準|step|metric|result|bullet|task|項目)\s*[-#:]?\s*(?:\d+|[a-z]|one|two|three|here)?\s*\.{0,3}$/iu,
    'it is the text of a template',
  ],
  [
    /^(?:lorem ipsum|foo ?bar|blah|asdf|test\s*$|example\s*$|ejemplo\s*$|beispiel\s*$|exemple\s*$|例\s*$)/iu,
    'it is the text of a template',
  ],
  [
    /^(?:please )?(?:describe|list|add|insert|enter|fill(?: in| out)?|paste|specify|define|replace|write|put|provide|explain|link|attach|use|include|state|name)\b(?=.*\b(?:here|below|this section|this text|checklist|criteria|conditions?|the ticket|the issue|this ticket|this issue|bullet|template|must be (?:met|true)|need to be (?:met|true)|figma|link to|openapi file|you expect|if applicable|if any)\b)/i,
    'it tells what to write, as a template does',
  ],
  [
    /^(?:what|how|which) .{0,80}(?:done|true|know|accepted|verified|succeed(?:ed)?|look like|success|measure)[^?]{0,60}\?$/i,
    'it asks what to write, as a template does',
  ],
  [
    /^(?:describe|describa|lista|enumera|añade|décri(?:re|vez)|liste[rz]?|ajoute[rz]?|beschreibe|liste|trage|füge)\b.{0,80}(?:aquí|ici|hier|criterios|critères|kriterien)/iu,
    'it tells what to write, as a template does',
  ],
  [/^(?:replace|delete|remove) this\b/i, 'it is the text of a template'],
  [
    /^(?:same )?(?:as|see|cf\.?|like|ver|véase|voir|siehe|wie)\s+(?:the )?(?:above|below|before|usual|always|description|title|parent|epic|prd|slack|figma|mock|design|discussion|comments?|thread|ticket|doc|wiki|arriba|ci-dessus|oben|[A-Z]{2,6}-\d+)\b[\s\p{P}]*(?:\S+\s*){0,2}$/iu,
    'it only points to another place',
  ],
  [
    /^(?:everything|all|the (?:list|criteria)|these|this|anything)\b.{0,40}\b(?:obsolete|outdated|no longer|superseded|void|out of date)\b/i,
    'it says that nothing of it holds',
  ],
  [/^same as\b.{0,40}$/i, 'it only points to another place'],
];

export interface Written {
  text: string;
  italic?: boolean;
  struck?: boolean;
  links?: readonly { url: string; text: string }[];
}

/**
 * Why a line is no concrete item or sentence, as the end of "does not count, because …"; undefined when it is one. It is
 * one with at least two words, or four letters of Japanese, that are no template, placeholder or bare link.
 */
export function whyNotConcrete({
  text: written,
  italic = false,
  struck = false,
  links = [],
}: Written): string | undefined {
  let text = written.replace(/^\s*(?:\[[ xX]?\]|☐|☑|✅|✓|□|■)\s*/u, '').trim();
  if (text === '') return struck ? 'it is struck' : 'it is empty';
  const bracketed = /^[[<{(（【]([^\]>})）】]*)[\]>})）】][.\s]*$/u.exec(text);
  if (bracketed !== null) {
    const inside = bracketed[1] ?? '';
    if (!/^[(（]/.test(text) || whyNotConcrete({ text: inside }) !== undefined)
      return 'it is a placeholder in brackets';
  }
  if (/^(?:\.\.\.|…)/.test(text)) text = text.replace(/^(?:\.\.\.|…)\s*/, '');
  const plain = text.replace(/^[\s"“«'*_~-]+/, '').replace(/[\s"”»'*_~]+$/, '');
  const why = nothing.find(([pattern]) => pattern.test(plain))?.[1];
  if (why !== undefined) return why;
  if (
    italic &&
    /^(?:list|describe|add|what|how|which|e\.g\.|for example|as a|please|optional|if |use |fill|conditions|here|z\. ?b\.|p\. ?ej|par ex)/i.test(
      plain,
    )
  ) {
    return 'it is in italics and tells what to write, as a template does';
  }
  if (/\[(?:[a-z][^\]]{2,40})\](?!\()/.test(text) && (text.match(/\[[^\]]+\]/g)?.length ?? 0) >= 2) {
    return 'it has gaps in brackets, as a template does';
  }
  const gaps = /\[[^\]]{2,40}\](?!\()|<[^>]{2,40}>|\{\{?[^}]{2,40}\}?\}/g;
  if (gaps.test(plain) && (plain.replaceAll(gaps, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < 2) {
    return 'it has a gap in brackets, as a template does';
  }
  let words = plain;
  for (const link of links) words = words.replace(link.text === '' ? link.url : link.text, ' ');
  words = words.replaceAll(/https?:\/\/\S+/g, ' ');
  if (!isSentence(words)) {
    return links.length > 0 || /https?:\/\//.test(plain)
      ? 'it is only a link'
      : 'it is too short to say what must be true';
  }
  return undefined;
}

function isSentence(text: string): boolean {
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_./{}-]*/gu)?.length ?? 0;
  return japanese >= 4 || words >= 2;
}
