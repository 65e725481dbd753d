import type { OutlinedLine } from './outline/outlined-line.ts';
import { locationOf } from './outline/location-of.ts';
import { quote } from './sentences/quote.ts';
import { readLabelled } from './read-labelled.ts';
import { signer } from './sentences/signer.ts';
import { isStillOpen } from './sentences/still-open.ts';
import type { Field, SignOff } from './ticket-fields.ts';
import { signedVersions } from './links/versions.ts';
import { approvalIn } from './sentences/approval-in.ts';
import { whyNotConcrete } from './sentences/why-not-concrete.ts';

const takenBack =
  /\b(?:not approved|rejected|declined|refused|withdrawn|withdrew|revoked|expired|no longer valid|void|rechazad[oa]|retirad[oa]|revocad[oa]|refusée?|rejetée?|retirée?|abgelehnt|zurückgezogen|widerrufen|nicht freigegeben)\b|却下|差し戻し|否認|取り消し|取消/iu;
/** Columns that are empty until the approval is given. */
const outcome =
  /^(?:status|state|result|decision|signed(?: on| off)?|approved(?: on)?|date|on|when|ok\??|estado|fecha|cuándo|resultado|firma|état|statut|date|quand|décision|signature|stand|wann|datum|ergebnis|am|unterschrift|freigabe|状態|状況|日付|承認日|結果|ステータス|日時)$/iu;
/** Labels that name who is to approve, or that have other uses: more than a name is required. */
const needsMore =
  /^(?:approvers?|reviewed by|aprobador(?:es|a)?|approbateurs?|freigeber|(?:最終)?承認者|決裁者|合意者|了承者|サインオフ者|validations?|validación|validaciones|signatures?|unterschriften?|firmas?|accord|conforme?|genehmigung)/iu;
const recorded =
  /\d|[✅✓☑✔👍]|\b(?:approved|signed|ok|okay|yes|done|aprobad[oa]|sí|oui|validée?|approuvée?|ja|erteilt|freigegeben|genehmigt)\b|承認済|承認しま|OK/iu;

/** Finds sign-offs: a recorded approval with the name of the person who gave it, and the versions that it names. */
export function readSignOff(placed: readonly OutlinedLine[]): { field: Field; signOff: SignOff | undefined } {
  const signed: SignOff[] = [];
  const record = (by: string, text: string, line: number) => {
    const { mock, contract } = signedVersions(text);
    signed.push({ by, mockVersion: mock, contractVersion: contract, quote: text.slice(0, 200), line });
  };

  const candidates = readLabelled(placed, 'sign_off', (one) => {
    const { text, line } = one;
    const why = whyUnsigned(one);
    if (why !== undefined) return { counts: false, why };
    const by = signer(text) ?? signer(one.sections[0]?.title ?? '');
    if (by === undefined) return { counts: false, why: 'it does not say who signed' };
    record(by, text, line.number);
    return { counts: true, why: `an approval by ${by}` };
  }).map(({ text: _text, ...candidate }) => candidate);

  for (const one of placed) {
    const { line } = one;
    if (!canTell(one) || candidates.some((known) => known.line === line.number)) continue;
    const told = approvalIn(line.text);
    if (told === undefined || (!told.isWhole && isInside(one))) continue;
    const why = isStillOpen(line.text)
      ? 'it is still outstanding'
      : takenBack.test(line.text)
        ? 'it was withdrawn'
        : undefined;
    if (why === undefined) record(told.by, line.text, line.number);
    candidates.push({
      where: locationOf(one),
      line: line.number,
      quote: quote(line.text),
      counts: why === undefined,
      why: why ?? `the sentence records an approval by ${told.by}`,
    });
  }
  return {
    field: {
      present: candidates.some(({ counts }) => counts),
      lookedFor:
        'a line, section or row labelled “Sign-off”, “Approved by” or the like, or a sentence, that says who approved',
      candidates,
    },
    // A sign-off that names both versions says more than several that name one each.
    signOff:
      signed.find(
        ({ mockVersion, contractVersion }) => mockVersion !== undefined && contractVersion !== undefined,
      ) ?? signed[0],
  };
}

/** Why the line under the label is not a given approval. */
function whyUnsigned({ text, line, sections }: OutlinedLine): string | undefined {
  const empty = whyNotConcrete({ text, italic: line.italic, struck: line.struck, links: line.links });
  // A name alone is short.
  if (empty !== undefined && empty !== 'it is too short to say what must be true') return empty;
  const title = sections[0]?.title ?? '';
  if (isStillOpen(text) || isStillOpen(title)) return 'it is still outstanding';
  if (takenBack.test(text)) return 'it was withdrawn';
  if (line.done === false) return 'its checkbox is not ticked';
  if (needsMore.test(title.trim()) && !recorded.test(line.cells.length > 0 ? line.text : text))
    return 'it names a person but does not say that the approval was given';
  if (/_{3,}|\.{4,}/.test(text)) return 'it has a blank to fill in';
  const outcomes = line.cells.filter((_, index) => outcome.test((line.header[index] ?? '').trim()));
  const isEmpty = (cell: string) =>
    /^(?:no|nein|non|[\s\p{P}\p{S}]*)$/iu.test(cell) && !/[✅✓☑✔👍]/u.test(cell);
  if (line.level > 0 && outcomes.length > 0 && outcomes.every((cell) => isEmpty(cell.text)))
    return 'its date or outcome is still empty';
  return undefined;
}

/** Whether a line may record an approval without a label. */
function canTell(one: OutlinedLine): boolean {
  const { line, sections, isLabel } = one;
  if (line.kind === 'code' || line.kind === 'row' || line.quoted || (isLabel && line.kind === 'heading'))
    return false;
  if (isInside(one) && line.kind !== 'paragraph') return false;
  return !sections.some(({ meaning }) => meaning === 'readiness' || meaning === 'elsewhere');
}

/**
 * Under other fields a sentence may describe the product: `A refund is approved by Finance`. A paragraph that begins
 * with
 * the approval records one there, too: it follows the list.
 */
function isInside({ sections }: OutlinedLine): boolean {
  return sections.some(
    ({ meaning }) => meaning === 'dod' || meaning === 'success_criteria' || meaning === 'goals',
  );
}
