import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { DocumentError } from './document-error.ts';

const timeoutMs = 20_000;

/** The text of a document, and its source for messages. */
export interface Source {
  readonly text: string;
  readonly where: string;
}

/**
 * Reads a document from a file (path or file URL) or over HTTP. An HTTP address may be that of the document or of a
 * target, with or without `/api`, whose `/api/openapi.json` is read.
 * @throws DocumentError when the source cannot be read.
 */
export async function readSource(from: string | URL): Promise<Source> {
  const url = from instanceof URL ? from : urlOf(from);
  return url.protocol === 'file:' ? fromFile(url) : fromTarget(documentUrl(url));
}

/** The address of a target's API document. */
export function documentUrl(target: URL): URL {
  const path = target.pathname.replace(/\/+$/, '');
  if (path === '') return new URL('/api/openapi.json', target);
  return path.endsWith('/api') ? new URL(`${path}/openapi.json`, target) : target;
}

function urlOf(from: string): URL {
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
  const response = await fetchFrom(url, where);
  if (!response.ok) {
    throw new DocumentError(`${where} answered ${response.status}; expected 200 with an OpenAPI document.`);
  }
  return { text: await response.text(), where };
}

async function fetchFrom(url: URL, where: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  } catch (cause) {
    const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const code = reason instanceof Error && 'code' in reason ? String(reason.code) : messageOf(reason);
    throw new DocumentError(
      `${where} does not respond (${code}); check that the target is up and the address is right.`,
      {
        cause,
      },
    );
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
