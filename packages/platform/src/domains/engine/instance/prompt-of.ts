import { Template } from '@huggingface/jinja';

import { EngineError } from './engine-error.ts';
import type { Message } from './loaded-model.ts';

/**
 * How conversations are put to a model: by the Jinja template in its file (`tokenizer.chat_template`), or without one
 * message after message. What it gives back throws an EngineError when the template refuses a conversation.
 */
export function promptOf(template: string | undefined): (messages: readonly Message[]) => string {
  if (template === undefined) return (messages) => messages.map(({ content }) => content.trim()).join('\n ');
  const compiled = new Template(template);
  return (messages) => {
    try {
      return compiled.render({ messages: [...messages], add_generation_prompt: true }).trim();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new EngineError(400, `The model's template cannot hold this conversation: ${why}`, {
        param: 'messages',
      });
    }
  };
}
