import { z } from 'zod';

/** What an engine process is told when it starts. */
export const engineOptions = z.object({
  /** Path of the GGUF file. */
  file: z.string(),
  /** What the model is called in answers. */
  name: z.string(),
  purpose: z.enum(['chat', 'embedding']),
  /** Tokens of a conversation; at most what the model was made for. */
  contextLength: z.int().min(16),
  /** Requests at work at the same time. */
  slots: z.int().min(1),
  /** Requests that may wait for a slot. */
  queue: z.int().min(0),
  /** The largest request, in bytes. */
  bodyLimit: z.int(),
  /** The least time that a token takes, in milliseconds: a tiny model as slow as a large one. */
  tokenMilliseconds: z.number().min(0),
  /** How long to wait before the model is loaded, in milliseconds: a slow disk. */
  loadDelayMilliseconds: z.number().min(0),
  /** Whether what the model thinks aloud is left out of its answers. */
  stripThinking: z.boolean(),
  /** What callers have to show as their bearer token. */
  key: z.string(),
});

export type EngineOptions = z.infer<typeof engineOptions>;

/** What an engine process tells its parent. */
export const engineMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.int() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

export type EngineMessage = z.infer<typeof engineMessage>;
