import type { OutlinedLine } from './outline/outlined-line.ts';
import { locationOf } from './outline/location-of.ts';
import { quote } from './sentences/quote.ts';
import type { Candidate } from './ticket-fields.ts';
import type { LabelMeaning } from './vocabulary/label-meaning.ts';

/** Candidates under the labels of a field, each judged; nothing in a code block counts. */
export function readLabelled(
  placed: readonly OutlinedLine[],
  meaning: LabelMeaning,
  judge: (one: OutlinedLine) => { counts: boolean; why: string },
): (Candidate & { text: string })[] {
  return placed.flatMap((one) => {
    const section = one.sections.find(
      (around) => around.meaning !== undefined && around.meaning !== 'other' && around.meaning !== 'aside',
    );
    if (one.isLabel || section?.meaning !== meaning) return [];
    if (
      one.sections.some(
        (inner) =>
          (inner.meaning === 'other' || inner.meaning === 'aside') && inner.number === one.line.number,
      )
    )
      return [];
    const verdict = section.quoted
      ? { counts: false, why: 'it is quoted from elsewhere' }
      : one.line.kind === 'code'
        ? { counts: false, why: 'it is an example in a code block' }
        : judge(one);
    return [
      {
        where: locationOf({ ...one, sections: [section] }),
        line: one.line.number,
        quote: quote(one.text === '' ? one.line.text : one.text),
        text: one.text,
        ...verdict,
      },
    ];
  });
}
