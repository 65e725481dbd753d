import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { DocumentError } from './document-error.ts';

const patienceMs = 20_000;

/** The text of a document and the place it was found, for messages. */
export interface Source {
  readonly text: string;
  readonly where: string;
}

/**
 * Reads a document from a file (path or file URL) or over HTTP.
 * An HTTP address may be the document itself, or a target with or without `/api`, whose `/api/openapi.json` is taken.
 * Throws DocumentError when there is nothing to be had.
 */
export async function readSource(from: string | URL): Promise<Source> {
  const url = from instanceof URL ? from : addressOf(from);
  return url.protocol === 'file:' ? fromFile(url) : fromTarget(documentUrl(url));
}

/** The address of the API document for a target's address. */
export function documentUrl(target: URL): URL {
  const path = target.pathname.replace(/\/+$/, '');
  if (path === '') return new URL('/api/openapi.json', target);
  return path.endsWith('/api') ? new URL(`${path}/openapi.json`, target) : target;
}

function addressOf(from: string): URL {
  return /^(https?|file):\/\//i.test(from) && URL.canParse(from) ? new URL(from) : pathToFileURL(from);
}

async function fromFile(url: URL): Promise<Source> {
  try {
    return { text: await readFile(url, 'utf8'), where: decodeURIComponent(url.pathname) };
  } catch (cause) {
    throw new DocumentError(`There is no readable file at ${decodeURIComponent(url.pathname)}.`, { cause });
  }
}

async function fromTarget(url: URL): Promise<Source> {
  const where = `${url.origin}${url.pathname}`;
  const response = await answerOf(url, where);
  if (!response.ok) {
    throw new DocumentError(`${where} answered ${response.status}; expected 200 with an OpenAPI document.`);
  }
  return { text: await response.text(), where };
}

async function answerOf(url: URL, where: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : messageOf(reason);
    throw new DocumentError(`${where} does not answer (${code}). Is the target up, and the address right?`, {
      cause,
    });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
