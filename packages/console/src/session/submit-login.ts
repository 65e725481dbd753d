import { object, safeParse, string } from 'zod/mini';

export type LoginOutcome =
  | { kind: 'accepted'; location: string }
  | { kind: 'expired' }
  | { kind: 'refused'; message: string };

const accepted = object({ location: string() });
const refused = object({ detail: string() });

/** Submits the credentials to the provider, and returns the address to go to next. */
export async function submitLogin(
  interaction: string,
  credentials: { username: string; password: string },
): Promise<LoginOutcome> {
  const reply = await fetch(`/realms/kamiwaza/interaction/${encodeURIComponent(interaction)}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(credentials),
  }).catch(() => null);
  if (reply === null) {
    return {
      kind: 'refused',
      message: 'The platform could not be reached. Check the connection and try again.',
    };
  }
  if (reply.status === 404) return { kind: 'expired' };

  const body: unknown = await reply.json().catch(() => undefined);
  if (reply.ok) {
    const answer = safeParse(accepted, body);
    if (answer.success && staysOnTheWeb(answer.data.location)) {
      return { kind: 'accepted', location: answer.data.location };
    }
    return { kind: 'refused', message: 'The platform did not say how to go on. Try again.' };
  }
  const answer = safeParse(refused, body);
  return {
    kind: 'refused',
    message: answer.success
      ? answer.data.detail
      : `The platform answered ${reply.status} to the sign-in. Try again.`,
  };
}

/** An address such as `javascript:` must not be followed. */
function staysOnTheWeb(address: string): boolean {
  return URL.canParse(address, location.href) && /^https?:$/.test(new URL(address, location.href).protocol);
}
