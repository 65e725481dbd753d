import { beforeAll, describe, expect, it } from 'vitest';
import { responseProblems, type ResponseToValidate } from './response-problems.ts';
import { contractOf, loadContract, type Contract } from './contract.ts';
import { parseOpenApiDocument } from './openapi-document.ts';

const pat = {
  id: '0b9f6f0e-6d0a-4c25-9a55-0d5f0f2f1c11',
  jti: 'j',
  owner_id: 'o',
  name: null,
  created_at: '2026-11-22T18:31:07.120Z',
  updated_at: '2026-11-22T18:31:07.120123',
};

describe('responseProblems', () => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await loadContract();
  });

  const problems = (response: Partial<ResponseToValidate>) =>
    responseProblems(contract, {
      method: 'GET',
      path: '/api/auth/pats',
      status: 200,
      contentType: 'application/json',
      ...response,
    });

  it.each<[string, Partial<ResponseToValidate>]>([
    ['a body as documented', { body: { pats: [pat] } }],
    ['an unknown field', { body: { pats: [], more: 1 } }],
    ['a content type with a charset', { body: { pats: [] }, contentType: 'application/json; charset=utf-8' }],
    ['a path template', { method: 'DELETE', path: '/auth/pats/{jti}', body: 'anything' }],
    ['an error with a sentence', { status: 401, body: { detail: 'Not authenticated' } }],
    ['an error with a reason', { status: 403, body: { detail: { reason: 'policy' } } }],
    ['a validation without a body', { path: '/api/auth/validate', contentType: null }],
    [
      'a redirect with any body',
      { path: '/api/auth/login?redirect_uri=/', status: 302, body: 'x', contentType: null },
    ],
    [
      'a path parameter with slashes',
      { method: 'POST', path: '/api/auth/forward/validate/api/models/', status: 204 },
    ],
  ])('accepts %s', (_, response) => {
    expect(problems(response)).toEqual([]);
  });

  it.each<[string, Partial<ResponseToValidate>, string[]]>([
    ['an unknown path', { path: '/api/nowhere' }, ['operation: GET /api/nowhere is not in the contract']],
    [
      'an unknown method',
      { method: 'PUT' },
      ['operation: PUT /api/auth/pats is not in the contract, which has GET, POST there'],
    ],
    [
      'a missing trailing slash',
      { path: '/api/models' },
      ['operation: GET /api/models is not in the contract'],
    ],
    [
      'an undocumented status',
      { status: 500, body: {} },
      ['status: 500 is not documented for GET /auth/pats (documented: 200, 401, 403, 422)'],
    ],
    [
      'another content type',
      { contentType: 'text/html', body: '<html>' },
      ['content type: expected application/json, got text/html'],
    ],
    [
      'no content type',
      { contentType: null, body: '{}' },
      ['content type: expected application/json, got none'],
    ],
    ['no body', {}, ['body: expected application/json, got none']],
    [
      'a body with 204',
      { path: '/auth/validate', status: 204, body: {} },
      ['body: expected none with status 204'],
    ],
    [
      'a wrong type',
      { body: { pats: [{ ...pat, jti: 4 }] } },
      ['body.pats[0].jti: expected string, got number'],
    ],
    [
      'a wrong nullable type',
      { body: { pats: [{ ...pat, exp: 'x' }] } },
      ['body.pats[0].exp: expected integer or null, got string'],
    ],
    ['a missing field', { path: '/auth/users/me', body: { username: 'u' } }, ['body.sub: missing']],
    [
      'a wrong format',
      { body: { pats: [{ ...pat, id: 'x' }] } },
      ['body.pats[0].id: expected a uuid, got "x"'],
    ],
    [
      'a wrong constant',
      { path: '/ping', body: { status: 'ok', timestamp: 1 } },
      ['body.status: expected "pong", got "ok"'],
    ],
    [
      'a wrong enum value beside a union',
      { path: '/models/', body: [{ name: 'm', m_files: [{ name: 'f', storage_type: 'floppy' }] }] },
      [
        'body[0].m_files[0].storage_type: expected one of ["file","s3","gcs","azureblob","scratch","oci"], got "floppy"',
      ],
    ],
    [
      'no branch of a union',
      { status: 401, body: { detail: 4 } },
      ['body.detail: expected string or object, got number'],
    ],
    ['the closest branch of a union', { status: 401, body: { detail: {} } }, ['body.detail.reason: missing']],
    [
      'missing identity headers',
      { path: '/auth/validate', headers: new Headers({ 'x-user-id': '1' }) },
      ['headers.x-user-roles: missing'],
    ],
    [
      'an array instead of an object',
      { path: '/auth/users/me', body: [] },
      ['body: expected object, got array'],
    ],
  ])('reports %s', (_, response, expected) => {
    expect(problems(response)).toEqual(expected);
  });

  it('does not quote a possible secret', async () => {
    const source = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: {
        '/t': {
          get: {
            responses: {
              200: {
                content: { 'application/json': { schema: { properties: { token: { minLength: 99 } } } } },
              },
            },
          },
        },
      },
    });
    const own = contractOf(await parseOpenApiDocument(source, 'here'));
    const response = {
      method: 'GET',
      path: '/t',
      status: 200,
      contentType: 'application/json',
      body: { token: 'hunter2' },
    };

    expect(responseProblems(own, response).join()).toMatch(/^body\.token: .*, got string$/);
  });
});
