import type { Placed } from './outline.ts';
import { readLabelled } from './read-labelled.ts';
import type { Field } from './ticket-fields.ts';
import { whyNotConcrete } from './why-not-concrete.ts';

/** Numbers that measure nothing: tickets, dates, versions, quarters, names such as OAuth2 and P2. */
const noFigures =
  /https?:\/\/\S+|\b[A-Z]{2,6}-\d+\b|#\d+|\b\d{4}-\d\d(?:-\d\d)?\b|\b[QH][1-4](?:[ /-]?\d{2,4})?\b|\bv\d[\d.]*\b|\b\p{L}+\d+\b|\b(?:19|20)\d\d\b|\b(?:phase|step|version|option|sprint|release|milestone)\s+\d+/giu;
const figure = /\d/u;
const inWords =
  /\b(?:zero|half|halved|twice|double[sd]?|triple[sd]?|two|three|four|five|six|seven|eight|nine|ten|doble|mitad|double|moitié|aucun|halbiert|verdoppelt|hälfte|null)\b|半分|半減|倍|ゼロ/iu;

/** Success criteria: a number to reach, under a label of its own. */
export function readSuccessCriteria(placed: readonly Placed[]): Field {
  const candidates = readLabelled(placed, 'success_criteria', ({ text, line }) => {
    const why = whyNotConcrete({ text, italic: line.italic, struck: line.struck });
    if (why !== undefined && !(line.kind === 'row' && /\d/.test(text)) && !/\d.*[%a-z]/i.test(text))
      return { counts: false, why };
    const figures = text.replaceAll(noFigures, ' ');
    if (figure.test(figures) || inWords.test(figures)) return { counts: true, why: 'a number to reach' };
    return { counts: false, why: 'it has no number to reach' };
  });
  return {
    present: candidates.some(({ counts }) => counts),
    lookedFor:
      'a section or line labelled “Success criteria”, “Success metrics”, “KPI” or the like, with a number to reach in it',
    candidates: candidates.map(({ text: _text, ...candidate }) => candidate),
  };
}
