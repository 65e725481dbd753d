import { inlineLabel } from './label-of.ts';
import { isField } from '../vocabulary/label-meaning.ts';

const separators = /\s+[|·•/]\s+|\s*[;；]\s+|\s+[／]\s+|[,、]\s*(?=\p{Lu}[\p{L} ]{1,25}:\s)/u;
/** The end of a sentence that is followed by something with a colon. */
const behindSentence = /(?<=[.!?)]\s|。)(?=\(?[\p{L}*][^.!?。:：]{0,40}[:：])/u;

/**
 * Splits a line that contains several: `Team: Core
 * Milestone: GA
 * Estimate: 3`, or a label after a sentence, as in
 * `Bump Go to 1.23. DoD: the six repos are green.`
 */
export function metadataParts(text: string): string[] {
  const parts = text
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
  const labelled = parts.filter((part) => /^[^\s:：].{0,40}?(?:::|[:：])\s*\S/.test(part));
  if (parts.length > 1 && labelled.length >= 2) return parts;

  const lines: string[] = [];
  for (const sentence of text.split(behindSentence).map((part) => part.trim())) {
    const part = sentence.replace(/^\((.*)\)\.?$/s, '$1');
    if (isField(inlineLabel(part)?.meaning)) lines.push(part);
    else lines.push([lines.pop(), sentence].filter(Boolean).join(' '));
  }
  return lines;
}
