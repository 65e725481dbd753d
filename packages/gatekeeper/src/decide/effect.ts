import { z } from 'zod';

/** The gate's single comment on an issue. */
const comment = z.object({
  kind: z.literal('comment'),
  id: z.string(),
  body: z.string(),
  /** Whether the comment exists already and is to be edited. */
  isThere: z.boolean(),
});

/** Puts a card back; `undoing` is the history entry that is reverted. */
const move = z.object({
  kind: z.literal('move'),
  from: z.string(),
  to: z.string(),
  undoing: z.string().optional(),
  /** The key under which this move is counted, so that no cause is reverted twice. */
  cause: z.string(),
  /** Who had moved the card. */
  mover: z.enum(['person', 'git', 'automation', 'gate', 'unknown']),
});

/** A reply or question in the thread of the gate's comment or of a person's command. */
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

/** The label that tells Linear's native automation which tickets may start. */
const label = z.object({ kind: z.literal('label'), add: z.array(z.string()), remove: z.array(z.string()) });

/** An entry in the team's decision log. */
const log = z.object({ kind: z.literal('log'), teamId: z.string(), mark: z.string(), text: z.string() });

export const effectSchema = z.discriminatedUnion('kind', [comment, move, reply, note, card, label, log]);

/** A write to Linear that the gate requests. */
export type Effect = z.output<typeof effectSchema>;
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;
