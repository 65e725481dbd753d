import { mediaTypeOf } from './media-type.ts';
import type { Contract } from './contract.ts';
import { operationFor, operationsAt } from './operation-for.ts';
import type { DocumentedResponse, Operation } from './operations.ts';
import { schemaProblems } from './schema-problems.ts';

/** A response and the request that it belongs to. */
export interface ResponseToValidate {
  readonly method: string;
  /** A path template or an actual path, with or without `/api`. */
  readonly path: string;
  readonly status: number;
  readonly contentType?: string | null | undefined;
  /** Parsed JSON; undefined or an empty string without a body. */
  readonly body?: unknown;
  /** The response headers; if given, required ones must be among them. */
  readonly headers?: Headers | undefined;
}

/** Mismatches between a response and the contract, one sentence each; empty if it matches. */
export function responseProblems(contract: Contract, response: ResponseToValidate): string[] {
  const operation = operationFor(contract, response.method, response.path);
  if (operation === undefined) return [unknownOperation(contract, response)];
  const documented = documentedFor(operation, response.status);
  if (documented === undefined) {
    const known = [...operation.responses.keys()].join(', ');
    return [
      `status: ${response.status} is not documented for ${operation.method} ${operation.path} (documented: ${known})`,
    ];
  }
  return [...headerProblems(documented, response.headers), ...bodyProblems(contract, documented, response)];
}

function unknownOperation(contract: Contract, { method, path }: ResponseToValidate): string {
  const others = operationsAt(contract, path).map((operation) => operation.method);
  const hint = others.length === 0 ? '' : `, which has ${[...new Set(others)].join(', ')} there`;
  return `operation: ${method.toUpperCase()} ${path.split('?')[0]} is not in the contract${hint}`;
}

function documentedFor({ responses }: Operation, status: number): DocumentedResponse | undefined {
  return (
    responses.get(String(status)) ??
    responses.get(`${Math.floor(status / 100)}XX`) ??
    responses.get('default')
  );
}

function headerProblems({ requiredHeaders }: DocumentedResponse, headers: Headers | undefined): string[] {
  if (headers === undefined) return [];
  return requiredHeaders.filter((name) => !headers.has(name)).map((name) => `headers.${name}: missing`);
}

function bodyProblems(
  contract: Contract,
  documented: DocumentedResponse,
  response: ResponseToValidate,
): string[] {
  const empty = response.body === undefined || response.body === '';
  if (documented.content === undefined) {
    return empty || response.status !== 204 ? [] : ['body: expected none with status 204'];
  }
  const expected = [...documented.content.keys()].join(' or ');
  if (empty) return documented.bodyOptional ? [] : [`body: expected ${expected}, got none`];
  const mediaType = mediaTypeOf(response.contentType);
  const pointer = documented.content.get(mediaType);
  if (pointer === undefined) return [`content type: expected ${expected}, got ${mediaType || 'none'}`];
  return schemaProblems(contract.validatorAt(pointer), response.body);
}
