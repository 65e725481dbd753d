import { figuresIn } from './sentences/figures.ts';
import type { OutlinedLine } from './outline/outlined-line.ts';
import { readLabelled } from './read-labelled.ts';
import { isUndecided } from './sentences/still-open.ts';
import type { Field } from './ticket-fields.ts';
import { whyNotConcrete } from './sentences/why-not-concrete.ts';

/** Columns for the current value, the time and the person of a measurement: they hold no target. */
const besideTheTarget =
  /^(?:#|no\.?|nr\.?|id|today|now|current(?:ly)?|current value|baseline|as[- ]is|before|ist|ist[- ]wert|heute|aktuell|bisher|ausgangswert|aujourd'hui|actuel(?:le)?|valeur actuelle|hoy|ahora|actual|valor actual|línea base|現状|現在|現在値|when|by when|due|deadline|date|fecha|plazo|cuándo|échéance|quand|termin|bis wann|期限|時期|owner|source|fuente|quelle|出典|担当|weight|priority)$/iu;

/** Finds success criteria: a target number under a label of its own. */
export function readSuccessCriteria(placed: readonly OutlinedLine[]): Field {
  const judge = (one: OutlinedLine, mustMeasure: boolean): { counts: boolean; why: string } => {
    const { line } = one;
    const text = targetOf(one);
    const { any, measured } = figuresIn(text);
    const why = whyNotConcrete({ text, italic: line.italic, struck: line.struck });
    if (why !== undefined && (why !== 'it is too short to say what must be true' || !any))
      return { counts: false, why };
    if (isUndecided(text)) return { counts: false, why: 'the number is still to be agreed' };
    if (mustMeasure ? measured : any) return { counts: true, why: 'a target number' };
    return { counts: false, why: 'it has no target number' };
  };
  const candidates = [
    ...readLabelled(placed, 'success_criteria', (one) => judge(one, false)),
    ...readLabelled(placed, 'goals', (one) => judge(one, true)),
  ];
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a section or line labelled “Success criteria”, “Success metrics”, “KPI”, “Goals” or the like, with a target number in it',
    candidates: candidates.map(({ text: _text, ...candidate }) => candidate),
  };
}

/** For a row, the cells that may hold a target. */
function targetOf({ line, text }: OutlinedLine): string {
  if (line.kind !== 'row' || text !== line.text) return text;
  const cells = line.cells.filter((_, index) => !besideTheTarget.test((line.header[index] ?? '').trim()));
  return cells
    .map((cell) => cell.text)
    .join(' | ')
    .trim();
}
