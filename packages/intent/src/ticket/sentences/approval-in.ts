import { signer } from './signer.ts';

const title = `(?:(?:Herrn?|Frau|Mme|M\\.|Sra?\\.|Dr\\.?|Mr\\.?|Ms\\.?|Mrs\\.?)\\s+)?`;
const one = `@?${title}\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*)?(?:\\s+\\([^)]{1,30}\\))?`;
const people = `${one}(?:,?\\s+(?:and|&|y|et|und)\\s+${one})?`;
const begin = `(?:^|[.;:!–—(]\\s*)`;
const anywhere = `(?:^|[\\s.;:!–—(])`;
const some = `(?:[\\p{Ll}\\d][^\\s.;]*\\s+){0,5}?`;

/** Expressions for an approval. The group captures the name and everything after it. */
const sentences: readonly RegExp[] = [
  // Approved by Jo; the mock was signed off by Jo; OK from Jo
  new RegExp(
    `(?:${begin}|\\b(?:was|were|is|are|been|got|have|has|with|received|and|both|mocks?|designs?|contract|spec|api|version|v\\d[\\d.]*)\\s+)(?:the )?(?:signed[- ]off|sign-?off|approved|okayed|ok['’]d|accepted|validated|ok|okay|approval|go-ahead|green[- ]?li(?:t|ght)|go|lgtm)\\s+(?:given\\s+|received\\s+)?${some}(?:by|from)\\s+(.+)`,
    'iu',
  ),
  new RegExp(`\\b(?:sign-?off|approval|go-ahead|OK) (?:received|came|given) (?:from|by)\\s+(.+)`, 'iu'),
  // Jo has approved the mock; Jo: approved
  new RegExp(
    `${begin}(${people}:?\\s+(?:has |have |already )*(?:signed[- ]off|signed|approved|okayed|ok['’]d|gave (?:the |her |his |their )?(?:ok|OK|okay|approval|go-ahead|sign-?off|green light))\\b.*)`,
    'u',
  ),
  new RegExp(
    `(?:^|\\b(?:[Ww]e have|[Gg]ot|[Ww]ith)\\s+)(${one}['’]s (?:approval|sign-?off|OK|okay|go-ahead)\\b.*)`,
    'u',
  ),
  new RegExp(
    `${anywhere}(?:aprobad[oa]s?|validad[oa]s?|firmad[oa]s?|autorizad[oa]s?|visto bueno(?: dado)?|conformidad|vo\\.?bo\\.?|ok)\\s+${some}(?:por|de)\\s+(.+)`,
    'iu',
  ),
  new RegExp(
    `${begin}(${people}\\s+(?:ya )?(?:lo |la |los |las )?(?:aprobó|aprobaron|firmó|validó|dio (?:el |su )(?:visto bueno|ok|OK))(?=[\\s,.;:]|$).*)`,
    'u',
  ),
  new RegExp(
    `${anywhere}(?:validée?s?|approuvée?s?|signée?s?|feu vert(?: donné)?|bon pour accord|accord(?: donné)?)\\s+${some}(?:par|de)\\s+(.+)`,
    'iu',
  ),
  new RegExp(
    `${begin}(${people}\\s+(?:a|ont)\\s+(?:déjà )?(?:validé|approuvé|signé|donné (?:son|le|leur) (?:accord|feu vert))(?=[\\s,.;:]|$).*)`,
    'u',
  ),
  new RegExp(
    `${anywhere}(?:freigegeben|abgenommen|genehmigt|abgesegnet|abgezeichnet|freigabe(?: erteilt)?|okay|ok)\\s+(?:[\\p{Ll}\\d][^\\s;]*\\s+){0,5}?(?:von|durch)\\s+(.+)`,
    'iu',
  ),
  new RegExp(
    `${anywhere}(?:von|durch|mit)\\s+(${one}\\s.{0,30}\\b(?:freigegeben|abgenommen|genehmigt|abgesegnet|abgezeichnet)\\b.*)`,
    'u',
  ),
  new RegExp(
    `${begin}(${people}\\s+ha(?:t|ben)\\b.{0,60}\\b(?:freigegeben|abgenommen|genehmigt|zugestimmt|abgesegnet|(?:Freigabe|Zustimmung|OK)\\b.{0,40}\\b(?:erteilt|gegeben))\\b.*)`,
    'u',
  ),
  // Approval ✅ Jo
  /^(?:sign-?off|approval|approved|freigabe|visto bueno|aprobación|validation|承認|サインオフ)\s*[✅✓☑✔👍]\uFE0F?\s*(.+)/iu,
  new RegExp(`^(?:Die )?Freigabe hat (${one}\\s.{0,40}\\berteilt\\b.*)`, 'u'),
  /(.{0,30}(?:さん|様|氏)(?:が|より|の|から|に)?(?:.{0,20}を)?(?:承認(?:済み?|しました|を得|をもら|いただ|$|[（(。])|サインオフ(?:済み?|しました)|OK).*|承認済み?[（(：:].*)/u,
];

/** Words before an approval that turn it into a request, a denial, or a rule of the product. */
const notRecorded =
  /(?<!\p{L})(?:(?:must|should|needs? to|has to|have to|will|would|can|could|may|might|to) be|if|unless|until|once|when|before|after|only|not|never|every|each|any|are|debe|deben|ser|sea|si|cuando|hasta|doit|doivent|être|soit|quand|wird|werden|muss|müssen|wenn|sobald|nicht|no|pas|sin|ohne|without)(?!\p{L})/iu;

/** Things that are signed off. */
const signed = /mock|design|contract|spec|maquet|conception|contrat|diseño|entwurf|vertrag/i;
/** Of one line. */
const longest = 1000;

/**
 * Finds a recorded approval in a sentence: the person who gave it, and whether the sentence is only about that;
 * undefined
 * when it records none.
 */
export function approvalIn(line: string): { by: string; isWhole: boolean } | undefined {
  const text = line.slice(0, longest);
  for (const pattern of sentences) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [whole, rest = ''] = found;
    const before = text.slice(0, found.index + whole.length - rest.length).slice(-60);
    const by = signer(rest);
    if (by !== undefined && !notRecorded.test(`${before} ${rest.split(' ', 1)[0]}`))
      return { by, isWhole: found.index === 0 || signed.test(before) };
  }
  return undefined;
}
