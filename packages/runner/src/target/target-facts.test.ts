import { type Capability, capabilityOperations, type Session } from '@uat/config';
import { describe, expect, test } from 'vitest';
import { stubServer } from '@uat/testing';
import { targetFacts } from './target-facts.ts';

const profile: Session['target'] = {
  kind: 'attached',
  name: 'staging',
  url: 'http://t.test',
  grants: [],
  roles: {},
  verifyTls: true,
  budgets: {},
};

/** An API document with the operations of these capabilities. */
function documentWith(...capabilities: Capability[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of capabilities.flatMap((capability) => capabilityOperations[capability])) {
    const [method = '', address = ''] = operation.split(' ');
    paths[address] = { ...paths[address], [method.toLowerCase()]: {} };
  }
  return { openapi: '3.1.0', info: { title: 'Kamiwaza', version: '1.2.0' }, paths };
}

/** A target that answers the ping, and these paths with JSON. */
function targetWith(answers: Record<string, unknown>) {
  return stubServer((request, response) => {
    const body = request.url === '/api/ping' ? { status: 'pong' } : answers[String(request.url)];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { detail: 'Not Found' }));
  });
}

describe('a target', () => {
  test('says its version, that of its API, and what it offers', async () => {
    await using stub = await targetWith({
      '/api/auth/health': { status: 'healthy', version: '1.2.3' },
      '/api/openapi.json': documentWith('users'),
    });

    expect(await targetFacts({ ...profile, url: stub.url })).toEqual({
      version: '1.2.3',
      contractVersion: '1.2.0',
      contractHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      capabilities: ['users'],
    });
  });

  test('has another contract hash when it promises something else, wherever it is', async () => {
    const hashOf = async (document: object) => {
      await using stub = await targetWith({ '/api/openapi.json': document });
      return (await targetFacts({ ...profile, url: stub.url })).contractHash;
    };
    const document = documentWith('users');
    const hash = await hashOf(document);

    expect(await hashOf({ ...document, servers: [{ url: 'https://elsewhere.test/api' }] })).toBe(hash);
    expect(await hashOf({ ...document, components: { schemas: { User: { type: 'string' } } } })).not.toBe(
      hash,
    );
  });

  test('that says nothing of itself is a target all the same', async () => {
    await using stub = await targetWith({ '/api/auth/health': 'fine', '/api/openapi.json': { info: 7 } });

    expect(await targetFacts({ ...profile, url: stub.url })).toEqual({
      version: null,
      contractVersion: null,
      contractHash: null,
      capabilities: [],
    });
  });

  test('that fails to serve its API document is infrastructure, asked twice', async () => {
    let asked = 0;
    await using stub = await stubServer((request, response) => {
      const isDocument = request.url === '/api/openapi.json';
      if (isDocument) asked += 1;
      response.writeHead(isDocument ? 502 : 200).end('{}');
    });

    const { problem } = await targetFacts({ ...profile, url: stub.url });

    expect(problem).toMatchObject({
      kind: 'infrastructure',
      message: expect.stringMatching(/^The capabilities of target 'staging' are unknown: .+ answered 502\.$/),
    });
    expect(asked).toBe(2);
  });

  test.each([
    { what: 'refuses', answer: { status: 401, body: '{}' } },
    { what: 'shows a login page instead', answer: { status: 200, body: '<!doctype html>' } },
  ])(
    'that $what when its API document is asked for needs a profile with capabilities',
    async ({ answer }) => {
      await using stub = await stubServer((request, response) => {
        const { status, body } = request.url === '/api/openapi.json' ? answer : { status: 200, body: '{}' };
        response.writeHead(status).end(body);
      });

      expect(await targetFacts({ ...profile, url: stub.url })).toMatchObject({
        problem: {
          kind: 'configuration',
          message: expect.stringMatching(/answered \d+\. Name its capabilities in its profile/),
        },
      });
      expect(await targetFacts({ ...profile, url: stub.url, capabilities: ['users'] })).toEqual({
        version: null,
        contractVersion: null,
        contractHash: null,
        capabilities: ['users'],
      });
    },
  );

  test('of ours that shows no capability is infrastructure', async () => {
    await using stub = await targetWith({ '/api/openapi.json': documentWith() });

    const { problem } = await targetFacts({ ...profile, kind: 'embedded', name: 'embedded', url: stub.url });

    expect(problem?.kind).toBe('infrastructure');
  });

  test('offers what its profile names and its API has, and no more', async () => {
    await using stub = await targetWith({ '/api/openapi.json': documentWith('users', 'sessions') });

    const { capabilities } = await targetFacts({ ...profile, url: stub.url, capabilities: ['sessions'] });

    expect(capabilities).toEqual(['sessions']);
  });

  test('that lost what its profile names is a configuration error with the operations', async () => {
    await using stub = await targetWith({ '/api/openapi.json': documentWith('users') });

    const facts = targetFacts({ ...profile, url: stub.url, capabilities: ['users', 'sessions'] });

    await expect(facts).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(
        /^The profile of target 'staging' says that it has sessions, but .+ lacks /,
      ),
    });
  });

  test('that does not answer is infrastructure', async () => {
    await expect(targetFacts({ ...profile, url: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      kind: 'infrastructure',
      message: expect.stringMatching(/^Target 'staging' cannot be reached or is not a Kamiwaza: /),
    });
  });
});
