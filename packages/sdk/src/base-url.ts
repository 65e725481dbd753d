import { BaseUrlError } from './errors/kamiwaza-error.ts';

/**
 * The address of a target's API. A target may be given with or without `/api` and a trailing slash:
 * `https://host`, `https://host/`, `https://host/api`, `https://host/api/` all give `https://host/api`.
 * @throws BaseUrlError for an address that would send calls to the wrong place.
 */
export function apiBaseUrl(input: string): string {
  const url = parseAddress(input.trim());
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '') return `${url.origin}/api`;
  if (path.endsWith('/api')) return `${url.origin}${path}`;
  // With a trailing `/auth`, clients would request /api/auth/auth/token and get the console's HTML.
  const remedy = path.endsWith('/api/auth')
    ? 'leave out /auth: the paths of the API contain it already'
    : 'end it in /api, or give only the host';
  throw new BaseUrlError(`The target's address ${url.origin}${path} is not that of an API; ${remedy}.`);
}

function parseAddress(input: string): URL {
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

/** The input, quoted, without anything in the place of a password. */
const shown = (input: string): string => `"${input.replace(/[^/]*@/, '***@')}"`;
