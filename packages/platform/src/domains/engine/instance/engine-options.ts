import { z } from 'zod';

/** Options of an engine process. */
export const engineOptions = z.object({
  /** Path of the GGUF file. */
  file: z.string(),
  /** Name of the model in responses. */
  name: z.string(),
  purpose: z.enum(['chat', 'embedding']),
  /** Context length in tokens, at most that of the model. */
  contextLength: z.int().min(16),
  /** Concurrent requests. */
  slots: z.int().min(1),
  /** Requests that may wait for a slot. */
  queue: z.int().min(0),
  /** The largest request, in bytes. */
  bodyLimit: z.int(),
  /** Minimum time per token in milliseconds, which makes a tiny model as slow as a large one. */
  tokenMilliseconds: z.number().min(0),
  /** Delay before the model is loaded, in milliseconds, which simulates a slow disk. */
  loadDelayMilliseconds: z.number().min(0),
  /** Whether to remove the model's thinking from its answers. */
  stripThinking: z.boolean(),
  /** Bearer token that callers need. */
  key: z.string(),
});

export type EngineOptions = z.infer<typeof engineOptions>;

/** Messages of an engine process to its parent. */
export const engineMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.int() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

export type EngineMessage = z.infer<typeof engineMessage>;
