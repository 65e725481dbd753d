import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { configurationError } from '@uat/core';
import { type WebhookEvent, webhookEvent } from './webhook-event.ts';

/**
 * A request as received. The signature covers the raw bytes, so they must not have been parsed and serialised again.
 */
export interface WebhookRequest {
  readonly rawBody: Uint8Array;
  /** Header names in lower case, as node:http provides them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface WebhookChecks {
  /** The webhook's signing secrets; two during a rotation. */
  readonly secrets: readonly string[];
  /** The current time, in milliseconds since 1970. */
  readonly now: number;
  readonly maxBytes?: number;
  /** How far the time in the body may be from now before the delivery counts as stale. */
  readonly windowMs?: number;
}

export type VerifiedWebhook =
  | {
      readonly kind: 'accepted';
      /** The key for finding duplicates: `Linear-Delivery`, else the hash of the body. */
      readonly deliveryId: string;
      /** SHA-256 of the body in hex: `Linear-Delivery` is not signed, the body is. */
      readonly bodyHash: string;
      readonly event: WebhookEvent;
      /**
       * Sent more than the window ago, or in the future. Linear's retries come after a minute and later, and may carry
       * their first time, so a stale delivery is not refused; it is a hint to read the issue afresh, and nothing more.
       */
      readonly stale: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly status: 400 | 401 | 413;
      readonly because: 'oversized' | 'unsigned' | 'forged' | 'not-json';
      readonly message: string;
    };

/** @linear/sdk allows the same. */
const fiveMiB = 5 * 1024 * 1024;

/**
 * Checks a delivery: size, then signature (HMAC-SHA256 of the raw body, compared in constant time with each secret), then
 * JSON. Nothing of the body is looked at before its signature is good. An event that is not known, or has an unexpected
 * shape, is accepted as `unknown`: refusing what Linear signed would make it retry, and in the end switch the webhook off.
 */
export function verifyWebhook(
  { rawBody, headers }: WebhookRequest,
  { secrets, now, maxBytes = fiveMiB, windowMs = 60_000 }: WebhookChecks,
): VerifiedWebhook {
  if (secrets.length === 0 || secrets.includes('')) {
    throw configurationError(
      'The signing secret of the Linear webhook is not set: copy it from the webhook’s page into LINEAR_WEBHOOK_SECRET (docs/linear.md).',
    );
  }
  if (rawBody.byteLength > maxBytes) {
    return refused(
      413,
      'oversized',
      `The delivery has ${rawBody.byteLength} bytes; at most ${maxBytes} are accepted.`,
    );
  }
  const signature = headers['linear-signature'];
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/i.test(signature)) {
    return refused(401, 'unsigned', 'The delivery has no usable Linear-Signature header.');
  }
  if (!isSigned(rawBody, Buffer.from(signature, 'hex'), secrets)) {
    return refused(
      401,
      'forged',
      'The signature does not match the body: the secret differs from the webhook’s, or a proxy changed the body.',
    );
  }
  const json = objectIn(rawBody);
  if (json === undefined)
    return refused(400, 'not-json', 'The delivery is signed, but its body is not a JSON object.');
  const event = webhookEvent(json);
  const bodyHash = createHash('sha256').update(rawBody).digest('hex');
  const sentAt = event.webhookTimestamp;
  return {
    kind: 'accepted',
    deliveryId: deliveryId(headers['linear-delivery']) ?? `sha256:${bodyHash}`,
    bodyHash,
    event,
    stale: sentAt === undefined || Math.abs(now - sentAt) > windowMs,
  };
}

/** Every secret is tried, so that the time taken does not reveal which one matches. */
function isSigned(rawBody: Uint8Array, signature: Buffer, secrets: readonly string[]): boolean {
  let fits = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(rawBody).digest();
    if (timingSafeEqual(expected, signature)) fits = true;
  }
  return fits;
}

function deliveryId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\x21-\x7e]{8,128}$/.test(header) ? header : undefined;
}

function objectIn(rawBody: Uint8Array): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function refused(
  status: 400 | 401 | 413,
  because: 'oversized' | 'unsigned' | 'forged' | 'not-json',
  message: string,
): VerifiedWebhook {
  return { kind: 'refused', status, because, message };
}
