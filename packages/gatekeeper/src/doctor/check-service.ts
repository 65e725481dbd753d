import { failed, type GateCheck, missing, ok } from './gate-check.ts';

/** The traces that the service left in its database. */
export interface ServiceTraces {
  /** Milliseconds since 1970. */
  readonly lastWebhookAt: number | undefined;
  readonly lastScanAt: number | undefined;
  readonly deadLetters: number;
  /** Number of issues that are due but not judged yet. */
  readonly waiting: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Checks whether the service works, by the traces in its database. */
export function checkTraces(traces: ServiceTraces, now: number): GateCheck[] {
  const { lastWebhookAt, lastScanAt, deadLetters, waiting } = traces;
  return [scanCheck(), deliveryCheck(), queueCheck()];

  function scanCheck(): GateCheck {
    const check = 'last scan';
    if (lastScanAt === undefined) {
      return failed(
        check,
        'none has run yet',
        'start the gatekeeper, and check in its log that it reaches Linear',
      );
    }
    const age = now - lastScanAt;
    if (age < hourMs) return ok(check, ago(age));
    return failed(
      check,
      ago(age),
      'check that the gatekeeper runs and reaches Linear: it scans every 5 minutes',
    );
  }

  function deliveryCheck(): GateCheck {
    const check = 'last delivery';
    const todo =
      'see the line “webhook”: until then changes are only found by the scan, up to 5 minutes late';
    if (lastWebhookAt === undefined) return missing(check, 'no webhook has arrived yet', todo);
    const age = now - lastWebhookAt;
    return age < dayMs ? ok(check, ago(age)) : missing(check, ago(age), todo);
  }

  function queueCheck(): GateCheck {
    const found = `${waiting} to judge, ${deadLetters} that could not be written to Linear`;
    if (deadLetters === 0) return ok('queue', found);
    return missing('queue', found, 'look at the dead letters on the operator’s page');
  }
}

/** The service's response to a readiness request. */
export interface Readiness {
  /** `undefined` when there was no response. */
  readonly status: number | undefined;
  /** The first line of the response, or why there was none. */
  readonly text: string;
}

/** Checks whether Linear and people can reach the service. */
export function checkAddress(publicUrl: string | undefined, readiness: Readiness | undefined): GateCheck {
  const check = 'address';
  if (publicUrl === undefined || readiness === undefined) {
    return missing(check, 'PUBLIC_URL is not set', 'set it to the https URL of the service');
  }
  if (!publicUrl.startsWith('https://')) {
    return failed(
      check,
      `${publicUrl} is not https`,
      'Linear delivers webhooks to public https addresses only',
    );
  }
  const { status, text } = readiness;
  if (status === 200) return ok(check, `${publicUrl} is ready`);
  const found =
    status === undefined
      ? `${publicUrl} does not answer: ${text}`
      : `${publicUrl}/readyz answers HTTP ${status}: ${text}`;
  return failed(
    check,
    found,
    'check that the gatekeeper runs, and that the proxy in front of it forwards to it',
  );
}

function ago(ms: number): string {
  const format = new Intl.RelativeTimeFormat('en');
  if (ms < hourMs) return format.format(-Math.max(0, Math.round(ms / 60_000)), 'minute');
  if (ms < 2 * dayMs) return format.format(-Math.round(ms / hourMs), 'hour');
  return format.format(-Math.round(ms / dayMs), 'day');
}
