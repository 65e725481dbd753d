import { createHmac } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Random } from '../random.ts';

/** How deliveries fail. Probabilities are from 0 to 1. */
export interface DeliveryFailures {
  /** Never sent. */
  readonly drop?: number;
  /** Sent twice. */
  readonly duplicate?: number;
  /** Whether the duplicate has a delivery id of its own. */
  readonly duplicateIds?: 'same' | 'new';
  /** Delay before the first attempt; a range puts events out of order. */
  readonly lagMs?: readonly [number, number];
  /**
   * Whether a retry carries its own time of sending or repeats the first attempt byte by byte; Linear does not document
   * it.
   */
  readonly retryStamp?: 'identical' | 'restamped' | 'either';
  /** Failed deliveries in a row after which the webhook is disabled. */
  readonly disableAfter?: number;
}

/** The receiver of deliveries. */
export interface WebhookTarget {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

/** One attempt as it was sent. */
export interface DeliveryAttempt {
  readonly deliveryId: string;
  readonly type: string;
  readonly attempt: number;
  readonly at: number;
  readonly body: string;
  /** HTTP status of the receiver; undefined when it did not respond. */
  readonly status: number | undefined;
}

export interface Deliveries {
  readonly attempts: readonly DeliveryAttempt[];
  /** Events that were dropped or occurred while the webhook was disabled: the receiver never gets them. */
  readonly lost: number;
  isEnabled(webhookId: string): boolean;
  /** Enables the webhook again, as a person does after the receiver was fixed. */
  enable(webhookId: string): void;
  send(target: WebhookTarget, payload: Readonly<Record<string, unknown>>): void;
  /** Resolves when no attempt is in progress and none is due. */
  settled(): Promise<void>;
  stop(): void;
}

/** Linear's documented retries: a minute, an hour and six hours after a failure. */
const retriesAfter = [60_000, 3_600_000, 21_600_000] as const;

/** Time within which the receiver must respond with 200. */
const patience = 5_000;

export function createDeliveries({
  clock,
  random,
  failureRates,
}: {
  readonly clock: Clock;
  readonly random: Random;
  readonly failureRates: () => DeliveryFailures;
}): Deliveries {
  const attempts: DeliveryAttempt[] = [];
  const disabled = new Set<string>();
  const givenUp = new Map<string, number>();
  const inProgress = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const stopped = new AbortController();
  let lost = 0;

  const track = (work: Promise<void>) => {
    const tracked = work
      .catch((error: unknown) => void failures.push(error))
      .finally(() => inProgress.delete(tracked));
    inProgress.add(tracked);
  };

  /** Sleeps on the clock; meanwhile the delivery does not count as in progress. */
  const after = async (ms: number, next: () => Promise<void>) => {
    try {
      await clock.sleep(ms, stopped.signal);
    } catch {
      return;
    }
    track(next());
  };

  const deliver = async (
    target: WebhookTarget,
    deliveryId: string,
    first: string,
    attempt: number,
  ): Promise<void> => {
    if (disabled.has(target.id)) {
      lost += 1;
      return;
    }
    const { retryStamp = 'either', disableAfter = 3 } = failureRates();
    const restamps = retryStamp === 'restamped' || (retryStamp === 'either' && random.chance(0.5));
    const at = clock.now();
    const body =
      attempt > 1 && restamps
        ? JSON.stringify({ ...(JSON.parse(first) as object), webhookTimestamp: at })
        : first;
    const status = await post(target, deliveryId, body);
    attempts.push({ deliveryId, type: typeOf(body), attempt, at, body, status });
    if (status === 200) {
      givenUp.delete(target.id);
      return;
    }
    const wait = retriesAfter[attempt - 1];
    if (wait !== undefined) {
      void after(wait, () => deliver(target, deliveryId, first, attempt + 1));
      return;
    }
    lost += 1;
    const inARow = (givenUp.get(target.id) ?? 0) + 1;
    givenUp.set(target.id, inARow);
    if (inARow >= disableAfter) disabled.add(target.id);
  };

  const post = async ({ url, secret }: WebhookTarget, deliveryId: string, body: string) => {
    const tooLate = new AbortController();
    const answered = new AbortController();
    void clock.sleep(patience, AbortSignal.any([answered.signal, stopped.signal])).then(
      () => tooLate.abort(),
      () => undefined,
    );
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Linear-Webhook',
          'linear-delivery': deliveryId,
          'linear-event': typeOf(body),
          'linear-signature': createHmac('sha256', secret).update(body).digest('hex'),
          'linear-timestamp': String((JSON.parse(body) as { webhookTimestamp: number }).webhookTimestamp),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([tooLate.signal, stopped.signal]),
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      return undefined;
    } finally {
      answered.abort();
    }
  };

  return {
    attempts,
    get lost() {
      return lost;
    },
    isEnabled: (webhookId) => !disabled.has(webhookId),
    enable(webhookId) {
      disabled.delete(webhookId);
      givenUp.delete(webhookId);
    },
    send(target, payload) {
      const { drop = 0, duplicate = 0, duplicateIds = 'same', lagMs = [0, 0] } = failureRates();
      if (random.chance(drop)) {
        lost += 1;
        return;
      }
      const id = random.uuid();
      const ids = random.chance(duplicate) ? [id, duplicateIds === 'same' ? id : random.uuid()] : [id];
      for (const deliveryId of ids) {
        const start = async () => {
          const body = JSON.stringify({ ...payload, webhookTimestamp: clock.now() });
          await deliver(target, deliveryId, body, 1);
        };
        const lag = random.between(...lagMs);
        if (lag <= 0) track(start());
        else void after(lag, start);
      }
    },
    async settled() {
      while (inProgress.size > 0) await Promise.all(inProgress);
      if (failures.length > 0)
        throw new AggregateError(failures, 'The stand-in could not deliver a webhook.');
    },
    stop: () => stopped.abort(),
  };
}

function typeOf(body: string): string {
  return (JSON.parse(body) as { type: string }).type;
}
