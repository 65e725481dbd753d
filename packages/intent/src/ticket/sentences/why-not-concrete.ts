import { isTemplateText } from './template-text.ts';

/** Words that only count as a placeholder when nothing but a remark follows. */
const alone = (words: string) => new RegExp(`^(?:${words})(?=\\s*$|\\s*[.,;:!()（[\\]]|\\s+[–—-])`, 'iu');

/** Template text and placeholders. Each pattern is for a whole line. */
const nothing: readonly [RegExp, string][] = [
  [/^[\p{P}\p{S}\s]*$/u, 'it says nothing'],
  [
    /^(?:is |are |still )?(?:tbd|tba|tbc|todo|to ?do|wip|fixme|xxx+|not yet(?: (?:known|defined|decided|available|there|set))?|not (?:available|defined|decided|set)|pending (?:review|approval|decision|confirmation|input|from|on|until)|placeholder|coming soon|to follow|see later|work in progress|[?？]+)(?=$|[\p{P}\s])(?!(?:\s+\S+){6})/iu,
    'it is a placeholder',
  ],
  [
    /^(?:n\s*[./]?\s*a\.?|none(?: yet| so far)|nothing yet|not applicable)(?=$|[\p{P}\s])(?!(?:\s+\S+){6})/iu,
    'it says that there is none',
  ],
  // Words that may also begin a real sentence: `No row is lost`.
  [alone('empty|missing|later|soon|open|unknown|pending|null|nil|optional'), 'it is a placeholder'],
  [alone('nothing|none|no|not (?:needed|required|necessary)'), 'it says that there is none'],
  [
    /^(?:still )?(?:to be|will be|needs? to be|yet to be|must still be)\s+(?:\w+\s)?(?:defined|done|decided|determined|discussed|added|written|filled|agreed|confirmed|specified|clarified|provided|announced)/i,
    'it is still to be written',
  ],
  [
    /^(?:(?:aún |todavía |sigue )?(?:por (?:definir|determinar|decidir|completar|confirmar|escribir|redactar|acordar|hacer)|sin definir|a definir)|pendientes?(?: de)?|(?:aún|todavía) no(?: (?:está|hay))?)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [
    alone('no aplica|no procede|ningun[oa]|nada|no hace falta|no hay|no es necesario'),
    'it says that there is none',
  ],
  [
    /^(?:(?:encore |est |reste )?à (?:définir|venir|compléter|préciser|déterminer|faire|décider|confirmer|écrire|rédiger|remplir|discuter)|a definir|non défini|en attente|pas encore)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [alone('plus tard|falta|fehlt|später|offen|unbekannt|unklar'), 'it is still to be written'],
  [
    alone("sans objet|s\\. ?o\\.?|non applicable|aucune?|néant|rien|pas (?:nécessaire|besoin|d['’]écran)"),
    'it says that there is none',
  ],
  [
    /^(?:noch (?:offen|zu|nicht|kein\p{L}*|unklar|festzulegen)|folg(?:t|en)|wird (?:noch|nachgereicht|ergänzt)|kommt (?:noch|später)|zu (?:klären|definieren|ergänzen)|ausstehend|steht (?:noch )?aus)(?=$|[\p{P}\s])/iu,
    'it is still to be written',
  ],
  [
    alone('entfällt|keine?[rsn]?|nichts|nicht (?:nötig|notwendig|erforderlich|zutreffend)'),
    'it says that there is none',
  ],
  [
    /^(?:未定|未決|未記入|未作成|未設定|未確定|未|検討中|調整中|確認中|別途|準備中|作成中|要検討|まだ|(?:作成|記載|追記|記入)予定)(?=$|[\s\p{P}]|です|とする|の(?:ため|予定)|(?:作成|記載|連絡|検討|決)|書|決ま)|^(?:後で|あとで|後ほど|追って)(?=$|\p{P}|書|記|貼|追|決|連絡|検討)|^ここに.{0,30}(?:書|記|貼|入)/u,
    'it is still to be written',
  ],
  [
    /^(?:なし|無し|特になし|該当なし|不要|対象外)(?=$|[\s\p{P}]|です|とする|の(?:ため|予定))/u,
    'it says that there is none',
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
    'it is an instruction from a template',
  ],
  [
    /^(?:what|how|which) .{0,80}(?:done|true|know|accepted|verified|succeed(?:ed)?|look like|success|measure)[^?]{0,60}\?$/i,
    'it is a question from a template',
  ],
  [/^(?:replace|delete|remove) this\b/i, 'it is the text of a template'],
  [
    /^(?:same )?(?:as|see|cf\.?|like|ver|véase|voir|siehe|wie)\s+(?:the )?(?:above|below|before|usual|always|description|title|parent|epic|prd|slack|figma|mock|design|discussion|comments?|thread|ticket|doc|wiki|arriba|ci-dessus|oben|[A-Z]{2,6}-\d+)\b[\s\p{P}]*(?:\S+\s*){0,2}$/iu,
    'it only points to another place',
  ],
  [
    /^(?:everything|all|the (?:list|criteria)|these|this|anything)\b.{0,40}\b(?:obsolete|outdated|no longer|superseded|void|out of date)\b/i,
    'it says that none of it applies',
  ],
  [
    /^(?:as (?:agreed|discussed|described|usual)|comme (?:convenu|discuté|d['’]habitude)|wie (?:besprochen|vereinbart|üblich)|según lo (?:acordado|hablado)|como siempre)(?!\p{L}).{0,40}$|^(?:打ち合わせ|会議|前回|従来|いつも)の?(?:通り|とおり)/iu,
    'it only points to another place',
  ],
  [/^(?:\p{L}+\s*(?:\.{3}|…)[\s,]*){2,}$/u, 'it has blanks, as in a template'],
  [/^same as\b.{0,40}$/i, 'it only points to another place'],
];

/**
 * In italics, forms address the person who fills them in; in upright text, the same words may begin a real sentence.
 */
const asks =
  /[?？]$|^(?:what|how|which|why|who|e\.g\.|for example|as a|please|optional|if |use |fill|conditions|here|one (?:line|per)|name of|z\. ?b\.|zum beispiel|p\. ?ej|por ejemplo|par ex|ex\.|例[:：]|例えば)/iu;
const orders =
  /^(?:list|describe|add|write|insert|paste|link|rellenar|completar|describ[ae]|describir|enumera|listar?|añad[ae]|añadir|borrar|eliminar|poner|pegar|indicar|décri(?:re|vez)|liste[rz]?|rempli(?:r|ssez)|compléter|ajoute[rz]?|supprime[rz]?|coller|indique[rz]?|ausfüllen|beschreib|liste|trag|füg|lösch|hier|ici|aquí)(?:en|e)?(?!\p{L})|(?:ください|下さい|記入|記載|こと)。?$/iu;

export interface Written {
  text: string;
  italic?: boolean;
  struck?: boolean;
  links?: readonly { url: string; text: string }[];
}

/**
 * Why a line is not a concrete item or sentence, to complete "does not count, because …"; undefined when it is. It
 * needs at
 * least two words, or four Japanese letters, that are not a template, placeholder or bare link.
 */
export function whyNotConcrete({
  text: written,
  italic = false,
  struck = false,
  links = [],
}: Written): string | undefined {
  let text = written.replace(/^\s*(?:\[[ xX]?\]|☐|☑|✅|✓|□|■)\s*/u, '').trim();
  if (text === '') return struck ? 'it is struck through' : 'it is empty';
  const bracketed = /^[[<{(（【]([^\]>})）】]*)[\]>})）】][.\s]*$/u.exec(text);
  if (bracketed !== null) {
    const inside = bracketed[1] ?? '';
    return /^[(（]/.test(text) && whyNotConcrete({ text: inside }) === undefined
      ? 'it is a remark in brackets'
      : 'it is a placeholder in brackets';
  }
  if (/^(?:\.\.\.|…)/.test(text)) text = text.replace(/^(?:\.\.\.|…)\s*/, '');
  const plain = text.replace(/^[\s"“«'*_~-]+/, '').replace(/[\s"”»'*_~]+$/, '');
  const why = nothing.find(([pattern]) => pattern.test(plain))?.[1];
  if (why !== undefined) return why;
  if (isTemplateText(plain)) return 'it is an instruction from a template';
  if (italic && (asks.test(plain) || orders.test(plain)))
    return 'it is in italics and is an instruction from a template';
  if (/\[(?:[a-z][^\]]{2,40})\](?!\()/.test(text) && (text.match(/\[[^\]]+\]/g)?.length ?? 0) >= 2) {
    return 'it has blanks in brackets, as in a template';
  }
  const gaps = /\[[^\]]{2,40}\](?!\()|<[^>]{2,40}>|\{\{?[^}]{2,40}\}?\}/g;
  if (gaps.test(plain) && (plain.replaceAll(gaps, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < 2) {
    return 'it has a blank in brackets, as in a template';
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
