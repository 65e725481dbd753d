import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { byteRange } from './byte-range.ts';
import type { HubConditions } from './hub-conditions.ts';
import type { HubFile, HubRepository } from './hub-repository.ts';

const pieceBytes = 16 * 1_024;

/** Serves the API of a public hub: `/api/models` to search, `/{author}/{name}/resolve/main/{file}` to download. */
export function serveHub(repositories: readonly HubRepository[], conditions: HubConditions): RequestListener {
  const pages: number[] = [];
  const pageAllowed = () => {
    const now = Date.now();
    while (pages[0] !== undefined && pages[0] <= now - 60_000) pages.shift();
    if (pages.length >= conditions.pagesPerMinute) return false;
    pages.push(now);
    return true;
  };

  return (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    // Only a caller that leaves interrupts a response.
    respond(request, response, gone.signal).catch(() => response.destroy());
  };

  async function respond(
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    if (conditions.latency > 0) await delay(conditions.latency, undefined, { signal });
    const url = URL.parse(request.url ?? '/', 'http://hub');
    const path = url?.pathname ?? '';
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD are answered.');
    if (path === '/api/models')
      return pageAllowed()
        ? search(url?.searchParams ?? new URLSearchParams(), response)
        : refuse(response, 429, 'Too many requests.');
    const [, id = '', file = ''] =
      /^\/api\/models\/([^/]+\/[^/]+)$/u.exec(path) ??
      /^\/([^/]+\/[^/]+)\/resolve\/main\/(.+)$/u.exec(path) ??
      [];
    const repository = repositories.find((one) => one.id === id);
    if (!repository) return refuse(response, 404, 'There is no such repository.');
    if (repository.gated)
      return refuse(response, 401, `Access to ${id} is restricted: its terms have to be accepted first.`);
    if (file === '') return send(response, 200, { ...summary(repository), siblings: listing(repository) });
    const found = repository.files.find(({ name }) => name === file);
    return found
      ? sendFile(found, request, response, signal)
      : refuse(response, 404, 'There is no such file.');
  }

  function search(query: URLSearchParams, response: ServerResponse): void {
    const wanted = (query.get('search') ?? '').toLowerCase();
    const start = Number(query.get('start') ?? 0);
    const limit = Number(query.get('limit') ?? 100);
    const found = repositories.filter(({ id }) => id.toLowerCase().includes(wanted));
    const page = found.slice(start, start + limit).map(summary);
    send(response, 200, { models: page, total: found.length });
  }

  async function sendFile(
    file: HubFile,
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<void> {
    const etag = `"${file.sha256}"`;
    // Part of a file that has changed is of no use.
    const outdated = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
    const range = outdated ? 'whole' : byteRange(request.headers.range, file.size);
    if (range === 'impossible') {
      response.setHeader('content-range', `bytes */${file.size}`);
      return refuse(response, 416, 'The file has no such bytes.');
    }
    const { start, end } = range === 'whole' ? { start: 0, end: file.size } : range;
    response.writeHead(range === 'whole' ? 200 : 206, {
      'content-type': 'application/octet-stream',
      'content-length': end - start,
      'accept-ranges': 'bytes',
      etag,
      ...(range !== 'whole' && { 'content-range': `bytes ${start}-${end - 1}/${file.size}` }),
    });
    if (request.method === 'HEAD') return void response.end();
    const content = conditions.content(file.bytes());
    for (let at = start; at < end; at += pieceBytes) {
      const piece = content.subarray(at, Math.min(end, at + pieceBytes));
      if (!response.write(piece)) await once(response, 'drain', { signal });
      const pause = (piece.length / conditions.bandwidth) * 1_000;
      if (pause > 0) await delay(pause, undefined, { signal });
    }
    response.end();
  }
}

function summary({ id, gated, purpose, downloads }: HubRepository) {
  const pipeline_tag = purpose === 'chat' ? 'text-generation' : 'feature-extraction';
  return { id, author: id.split('/')[0], gated, pipeline_tag, downloads };
}

function listing({ files }: HubRepository) {
  return files.map(({ name, size, sha256 }) => ({ rfilename: name, size, lfs: { sha256, size } }));
}

function refuse(response: ServerResponse, status: number, error: string): void {
  send(response, status, { error });
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
