import { z } from 'zod';

/** The one comment of the gate on an issue. */
const comment = z.object({
  kind: z.literal('comment'),
  id: z.string(),
  body: z.string(),
  /** Whether it was written before, and is now edited. */
  isThere: z.boolean(),
});

/** Puts a card back; `undoing` is the entry of its history that is undone. */
const move = z.object({
  kind: z.literal('move'),
  from: z.string(),
  to: z.string(),
  undoing: z.string().optional(),
  /** Under which this move is counted, so that no cause is answered twice. */
  cause: z.string(),
  /** Who had moved it. */
  mover: z.enum(['person', 'git', 'automation', 'gate', 'unknown']),
});

/** An answer or a question in the thread of the gate's comment, or of a person's command. */
const reply = z.object({
  kind: z.literal('reply'),
  id: z.string(),
  parentId: z.string().optional(),
  body: z.string(),
  subscriberIds: z.array(z.string()),
});

/** The draft of a design note. */
const note = z.object({ kind: z.literal('note'), id: z.string(), title: z.string(), content: z.string() });

const card = z.object({
  kind: z.literal('card'),
  url: z.string(),
  title: z.string(),
  subtitle: z.string(),
  metadata: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The label that tells Linear's own automation which tickets may start. */
const label = z.object({ kind: z.literal('label'), add: z.array(z.string()), remove: z.array(z.string()) });

/** An entry of the team's log of decisions. */
const log = z.object({ kind: z.literal('log'), teamId: z.string(), mark: z.string(), text: z.string() });

export const effectSchema = z.discriminatedUnion('kind', [comment, move, reply, note, card, label, log]);

/** A write to Linear that the gate wants. */
export type Effect = z.output<typeof effectSchema>;
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
