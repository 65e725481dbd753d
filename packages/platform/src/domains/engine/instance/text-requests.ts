import { randomUUID } from 'node:crypto';

import type { z } from 'zod';

import type { Ending, Generation } from './loaded-model.ts';
import type { chatRequest, completionRequest, Sampling } from './requests.ts';

/** A kind of generation request, and the form of its responses. */
export interface TextRequest {
  generation: Omit<Generation, 'signal'>;
  stream: boolean;
  usageInStream: boolean;
  /** Body of a whole answer. */
  answer(text: string, ending: Ending): object;
  /** Events of a stream: before the first piece, for each piece, and at the end. */
  opening: object | undefined;
  piece(text: string): object;
  closing(ending: Ending): object[];
}

/** How to answer a request for a chat completion by the model of the given name; `prompt` is its conversation as the model reads it. */
export function chatCompletion(
  request: z.infer<typeof chatRequest>,
  name: string,
  prompt: string,
): TextRequest {
  const head = { id: `chatcmpl-${randomUUID()}`, created: seconds(), model: name };
  const event = (delta: object, finish_reason: string | null) => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  return {
    ...common(request, prompt),
    answer: (content, ending) => ({
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, refusal: null },
          logprobs: null,
          finish_reason: ending.reason,
        },
      ],
      usage: usageOf(ending),
    }),
    opening: event({ role: 'assistant', content: '' }, null),
    piece: (content) => event({ content }, null),
    closing: (ending) => [
      event({}, ending.reason),
      { ...head, object: 'chat.completion.chunk', choices: [], usage: usageOf(ending) },
    ],
  };
}

/** How to answer a request for a completion by the model of the given name. */
export function completion(request: z.infer<typeof completionRequest>, name: string): TextRequest {
  const head = { id: `cmpl-${randomUUID()}`, object: 'text_completion', created: seconds(), model: name };
  const event = (text: string, finish_reason: string | null) => ({
    ...head,
    choices: [{ index: 0, text, logprobs: null, finish_reason }],
  });
  return {
    ...common(request, request.prompt.trim()),
    answer: (text, ending) => ({ ...event(text, ending.reason), usage: usageOf(ending) }),
    opening: undefined,
    piece: (text) => event(text, null),
    closing: (ending) => [event('', ending.reason), { ...head, choices: [], usage: usageOf(ending) }],
  };
}

function common(request: Sampling, prompt: string) {
  return {
    generation: {
      prompt,
      maxTokens: request.max_completion_tokens ?? request.max_tokens ?? undefined,
      temperature: request.temperature ?? 1,
      topP: request.top_p ?? 1,
      seed: request.seed ?? undefined,
      stops: request.stop ?? [],
    },
    stream: request.stream ?? false,
    usageInStream: request.stream_options?.include_usage ?? false,
  };
}

/** Token usage in the form of the OpenAI protocol. */
function usageOf({ promptTokens, completionTokens }: Ending) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
