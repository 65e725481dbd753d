import { BaseUrlError } from './errors/kamiwaza-error.ts';

/**
 * The address of a target's API. The target may be given with or without `/api` and a slash at the end:
 * `https://host`, `https://host/`, `https://host/api`, `https://host/api/` all give `https://host/api`.
 * Throws BaseUrlError on anything that would send calls somewhere else than where they belong.
 */
export function apiBaseUrl(input: string): string {
  const url = addressIn(input.trim());
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '') return `${url.origin}/api`;
  if (path.endsWith('/api')) return `${url.origin}${path}`;
  // `/auth` at the end made clients ask for /api/auth/auth/token and read the console's HTML as an answer.
  const remedy = path.endsWith('/api/auth')
    ? 'leave out /auth: paths of the API carry it already'
    : 'end it in /api, or give the host alone';
  throw new BaseUrlError(`The target's address ${url.origin}${path} is not where an API begins; ${remedy}.`);
}

function addressIn(input: string): URL {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(input)) {
    throw new BaseUrlError(
      `The target's address needs its scheme, such as https://kamiwaza.example; ${shown(input)} has none.`,
    );
  }
  if (!URL.canParse(input)) throw new BaseUrlError(`The target's address ${shown(input)} is not a URL.`);
  const url = new URL(input);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BaseUrlError(`The target's address must be http or https, not ${url.protocol}//.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new BaseUrlError(
      `The target's address must not carry credentials; set KAMIWAZA_USERNAME and KAMIWAZA_PASSWORD instead.`,
    );
  }
  if (/[?#]/.test(input)) {
    throw new BaseUrlError(
      `The target's address ${url.origin}${url.pathname} must not carry a query or a fragment.`,
    );
  }
  return url;
}

/** What was typed, without anything that stands where a password might. */
const shown = (input: string): string => `"${input.replace(/[^/]*@/, '***@')}"`;
