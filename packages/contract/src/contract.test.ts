import { describe, expect, it } from 'vitest';
import { loadContract } from './contract.ts';
import { DocumentError } from './document-error.ts';
import { operationFor } from './operation-for.ts';
import { documentUrl } from './read-source.ts';

describe('our contract', () => {
  it('has a unique operation id for every operation', async () => {
    const { operations } = await loadContract();
    const names = [...operations.values()].map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z][A-Za-z]+$/.test(name))).toBe(true);
  });

  it('compiles every schema, with each reference resolved', async () => {
    const { operations, validatorAt } = await loadContract();
    const pointers = [...operations.values()].flatMap(({ responses }) =>
      [...responses.values()].flatMap(({ content }) => [...(content?.values() ?? [])]),
    );
    expect(pointers.length).toBeGreaterThan(80);
    for (const pointer of pointers) expect(validatorAt(pointer)).toBe(validatorAt(pointer));
  });

  it('documents 401 for every operation that requires a credential', async () => {
    const { document, operations } = await loadContract();
    const open = [...operations.values()].filter(({ responses }) => !responses.has('401'));
    for (const { path, method } of open) {
      expect(document.paths[path]?.[method.toLowerCase() as 'get'], `${method} ${path}`).toMatchObject({
        security: [],
      });
    }
  });
});

describe('loadContract', () => {
  it.each([
    ['a missing file', '/no/such/file.yaml', /no readable file at \/no\/such\/file\.yaml/],
    [
      'a file of another format',
      new URL('../../sdk/package.json', import.meta.url),
      /not an OpenAPI 3 document: 'openapi' is missing/,
    ],
    ['a source file', new URL('./contract.ts', import.meta.url), /not an OpenAPI 3 document/],
  ])('reports %s', async (_, source, why) => {
    await expect(loadContract(source)).rejects.toThrow(DocumentError);
    await expect(loadContract(source)).rejects.toThrow(why);
  });
});

describe('operationFor', () => {
  it.each([
    ['GET', '/auth/pats', 'pats'],
    ['get', '/api/auth/pats?x=1', 'pats'],
    ['DELETE', '/api/auth/pats/some-jti', 'revokePat'],
    ['DELETE', '/api/auth/pats/a/b', undefined],
    ['PATCH', '/api/auth/forward/validate/a/b', 'forwardPathPatch'],
    ['PATCH', '/api/auth/forward/validate', 'forwardPatch'],
    ['GET', '/api/auth/', 'authRoot'],
    ['GET', '/apiary/ping', undefined],
  ])('%s %s is %s', async (method, path, operationId) => {
    expect(operationFor(await loadContract(), method, path)?.operationId).toBe(operationId);
  });
});

describe('documentUrl', () => {
  it.each([
    ['https://host', 'https://host/api/openapi.json'],
    ['https://host/', 'https://host/api/openapi.json'],
    ['https://host/api/', 'https://host/api/openapi.json'],
    ['https://host/x/api', 'https://host/x/api/openapi.json'],
    ['https://host/docs/openapi.yaml', 'https://host/docs/openapi.yaml'],
  ])('for %s is %s', (target, document) => {
    expect(documentUrl(new URL(target)).href).toBe(document);
  });
});
