import { z } from 'zod';

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** An app user: an integration, or a bot such as ours. */
  app: z.boolean(),
});

export const botSchema = z.object({
  id: z.string().nullish(),
  type: z.string(),
  subType: z.string().nullish(),
  name: z.string().nullish(),
});

/** Who did something. A `bot` acts inside Linear or for an integration: `github`, `workflow`, `ai`. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'app'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'bot';
      readonly id: string | undefined;
      readonly type: string;
      readonly subType: string | undefined;
      readonly name: string | undefined;
    }
  /** Deleted accounts and system processes have no name. */
  | { readonly kind: 'unknown' };

/**
 * Who did something, from Linear's two fields. A bot comes first, since some integrations act with a person's token and
 * name both; a `person` may still be git automation that used that person's token.
 */
export function actorOf(
  user: z.output<typeof userSchema> | null | undefined,
  bot: z.output<typeof botSchema> | null | undefined,
): Actor {
  if (bot != null) {
    return {
      kind: 'bot',
      id: bot.id ?? undefined,
      type: bot.type,
      subType: bot.subType ?? undefined,
      name: bot.name ?? undefined,
    };
  }
  if (user == null) return { kind: 'unknown' };
  return { kind: user.app ? 'app' : 'person', id: user.id, name: user.name };
}
