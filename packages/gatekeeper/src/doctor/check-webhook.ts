import type { Webhook } from '@uat/linear';
import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** The events that the gate needs, by their names in Linear's settings and in its API. */
const events = {
  Issues: 'Issue',
  Comments: 'Comment',
  Attachments: 'Attachment',
  Documents: 'Document',
  'Issue SLA': 'IssueSLA',
};

const dayMs = 86_400_000;

/** The webhooks of the workspace, or why they cannot be listed. */
export type WebhookList =
  | { readonly kind: 'webhooks'; readonly webhooks: readonly Webhook[] }
  | { readonly kind: 'hidden'; readonly because: string };

/** Checks whether Linear reports changes to the service. */
export function checkWebhook(seen: WebhookList, publicUrl: string | undefined, now: number): GateCheck {
  const check = 'webhook';
  const url = publicUrl === undefined ? undefined : `${publicUrl}/webhooks/linear`;
  const wanted = `${Object.keys(events).join(', ')} to ${url ?? 'PUBLIC_URL/webhooks/linear'}`;
  if (seen.kind === 'hidden') {
    return missing(check, seen.because, `check in Linear’s settings that an enabled one sends ${wanted}`);
  }
  const webhook = seen.webhooks.find((one) => url !== undefined && one.url?.replace(/\/+$/, '') === url);
  if (webhook === undefined) {
    const found = `none of ${seen.webhooks.length} goes to ${url ?? 'PUBLIC_URL, which is not set'}`;
    const ofApps = seen.webhooks.some((one) => one.url == null);
    return ofApps
      ? missing(
          check,
          `${found}; the webhooks of apps do not show their URL`,
          `check that one sends ${wanted}`,
        )
      : failed(check, found, `add one in Settings → API → Webhooks that sends ${wanted}`);
  }
  if (!webhook.enabled) {
    return failed(check, 'it is switched off', 'switch it on in Settings → API → Webhooks');
  }
  const lacking = Object.entries(events).filter(([, type]) => !webhook.resourceTypes.includes(type));
  if (lacking.length > 0) {
    const names = lacking.map(([name]) => name).join(', ');
    return failed(check, `it does not send ${names}`, `add these events to it in Linear’s settings`);
  }
  const failures = webhook.failures
    .filter(({ createdAt }) => now - Date.parse(createdAt) < dayMs)
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const [last] = failures;
  if (last === undefined) return ok(check, `enabled, to ${url ?? ''}`);
  const how = last.httpStatus == null ? 'without an answer' : `with HTTP ${last.httpStatus}`;
  return missing(
    check,
    `enabled; deliveries that failed within a day: ${failures.length}, the last ${how} at ${last.createdAt.slice(0, 16).replace('T', ' ')} UTC`,
    'check the log of the service; its scan finds what was lost',
  );
}
