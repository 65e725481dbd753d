import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

/** Who caused the event: a person, an app user, an integration. Null for changes by Linear itself. */
const actorSchema = z
  .object({ id: z.string(), type: z.string(), name: text, service: text })
  .nullish()
  .transform((actor) => actor ?? undefined);

/** The fields that all events share. */
const envelopeSchema = z.object({
  type: z.string(),
  action: z.string(),
  createdAt: z.string(),
  organizationId: z.string(),
  /** Id of the webhook's configuration, the same in all its deliveries; not a key for finding duplicates. */
  webhookId: z.string(),
  /** When it was sent, in milliseconds since 1970. */
  webhookTimestamp: z.number(),
  url: text,
  actor: actorSchema,
});

const named = z.object({ id: z.string(), name: z.string() });

const issueDataSchema = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: text,
  url: z.string(),
  updatedAt: z.string(),
  startedAt: text,
  archivedAt: text,
  trashed: z.boolean().nullish(),
  stateId: z.string(),
  state: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  teamId: z.string(),
  team: z.object({ id: z.string(), key: z.string(), name: z.string() }).nullish(),
  labels: z.array(named),
  parentId: text,
  project: named.nullish(),
  projectMilestone: named.nullish(),
});

const eventSchemas = {
  Issue: envelopeSchema.extend({
    type: z.literal('Issue'),
    data: issueDataSchema,
    /** Old values of the changed fields: a changed state has `stateId` here. */
    updatedFrom: z.record(z.string(), z.unknown()).nullish(),
  }),
  Comment: envelopeSchema.extend({
    type: z.literal('Comment'),
    data: z.object({
      id: z.string(),
      body: z.string(),
      issueId: text,
      parentId: text,
      userId: text,
      updatedAt: z.string(),
    }),
  }),
  Attachment: envelopeSchema.extend({
    type: z.literal('Attachment'),
    data: z.object({ id: z.string(), issueId: z.string(), title: z.string(), url: z.string() }),
  }),
  /** Does not say which issue the document belongs to: use `issueOfDocument`. */
  Document: envelopeSchema.extend({
    type: z.literal('Document'),
    data: z.object({ id: z.string(), title: z.string() }),
  }),
  IssueSLA: envelopeSchema.extend({ type: z.literal('IssueSLA'), issueData: issueDataSchema }),
  OAuthApp: envelopeSchema.extend({ type: z.literal('OAuthApp'), oauthClientId: z.string() }),
} as const;

type Schemas = typeof eventSchemas;
export type EventKind = keyof Schemas;
type KnownEvent = { [K in EventKind]: { readonly kind: K } & z.output<Schemas[K]> }[EventKind];

/** An event of an unknown kind or shape: worth a log line and nothing else. */
export interface UnknownEvent {
  readonly kind: 'unknown';
  readonly type: string | undefined;
  readonly action: string | undefined;
  readonly webhookTimestamp: number | undefined;
  /** Where a known kind did not match, as a path such as `data.state.name`; undefined for an unknown kind. */
  readonly misfit: string | undefined;
}

/** The content of a webhook delivery. */
export type WebhookEvent = KnownEvent | UnknownEvent;

/** Parses a delivery whose signature was valid. Never throws: Linear disables webhooks that fail. */
export function webhookEvent(json: Readonly<Record<string, unknown>>): WebhookEvent {
  const type = textOf(json['type']);
  const kind = eventKind(type);
  const parsed = kind === undefined ? undefined : eventSchemas[kind].safeParse(json);
  if (kind !== undefined && parsed?.success === true) return { kind, ...parsed.data } as KnownEvent;
  const timestamp = json['webhookTimestamp'];
  return {
    kind: 'unknown',
    type,
    action: textOf(json['action']),
    webhookTimestamp: typeof timestamp === 'number' ? timestamp : undefined,
    misfit: parsed?.error?.issues[0]?.path.map(String).join('.'),
  };
}

/** The state that an issue was in before this event, if the event is a change of state. */
export function previousStateId(event: WebhookEvent): string | undefined {
  if (event.kind !== 'Issue' || event.action !== 'update') return undefined;
  return textOf(event.updatedFrom?.['stateId']);
}

function eventKind(type: string | undefined): EventKind | undefined {
  return type !== undefined && Object.hasOwn(eventSchemas, type) ? (type as EventKind) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
