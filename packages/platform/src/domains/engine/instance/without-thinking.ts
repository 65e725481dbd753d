import type { Ending } from './loaded-model.ts';
import { overlap } from './overlap.ts';

const begin = '<think>';
// The white space after a thought goes with it. One that has not ended yet, or never does, is one too.
const thought = /<think>.*?(?:<\/think>\s*|$)/gsu;

/** The pieces of a text without what the model thinks aloud in it. What the text cost stays what it was. */
export async function* withoutThinking(
  pieces: AsyncGenerator<string, Ending>,
): AsyncGenerator<string, Ending> {
  let said = '';
  let shown = 0;
  try {
    for (;;) {
      const step = await pieces.next();
      if (!step.done) said += step.value;
      const text = said.replaceAll(thought, '');
      // What may become the beginning of a thought waits for the next piece.
      const until = step.done ? text.length : text.length - overlap(text, begin);
      if (until > shown) yield text.slice(shown, until);
      shown = Math.max(shown, until);
      if (step.done) return step.value;
    }
  } finally {
    await pieces.return({ promptTokens: 0, completionTokens: 0, reason: 'stop' });
  }
}
