import { EventSourceParserStream } from 'eventsource-parser/stream';
import { array, looseObject, nullish, number, optional, safeParse, string } from 'zod/mini';

/** A part of a model's streamed answer. */
export type ChatEvent =
  | { kind: 'text'; text: string }
  /** Reason for the end: `stop` by itself, `length` at the limit. */
  | { kind: 'end'; reason: string }
  | { kind: 'usage'; prompt: number; answer: number };

const chunk = looseObject({
  choices: optional(
    array(
      looseObject({
        delta: optional(looseObject({ content: nullish(string()) })),
        finish_reason: nullish(string()),
      }),
    ),
  ),
  usage: nullish(looseObject({ prompt_tokens: number(), completion_tokens: number() })),
  error: nullish(looseObject({ message: string() })),
});

/**
 * The events of a streamed chat completion.
 * Throws an error with a sentence when the stream breaks off or reports an error.
 */
export async function* chatStream(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ChatEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
      if (done) throw new Error('The answer broke off before its end.');
      if (value.data === '[DONE]') return;
      yield* eventsIn(value.data);
    }
  } finally {
    // A listener that leaves lets the model stop.
    await reader.cancel().catch(() => undefined);
  }
}

function* eventsIn(data: string): Generator<ChatEvent> {
  const parsed = safeParse(chunk, json(data));
  if (!parsed.success) throw new Error('The model said something that the console does not understand.');
  const { choices = [], usage, error } = parsed.data;
  if (error) throw new Error(error.message);
  for (const { delta, finish_reason } of choices) {
    if (delta?.content) yield { kind: 'text', text: delta.content };
    if (finish_reason) yield { kind: 'end', reason: finish_reason };
  }
  if (usage) yield { kind: 'usage', prompt: usage.prompt_tokens, answer: usage.completion_tokens };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
