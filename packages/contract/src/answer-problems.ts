import { mediaTypeOf } from './media-type.ts';
import type { Contract } from './contract.ts';
import { operationFor, operationsAt } from './operation-for.ts';
import type { DocumentedAnswer, Operation } from './operations.ts';
import { schemaProblems } from './schema-problems.ts';

/** What was answered to what. */
export interface JudgedAnswer {
  readonly method: string;
  /** Template or real path, with or without `/api`. */
  readonly path: string;
  readonly status: number;
  readonly contentType?: string | null | undefined;
  /** Parsed JSON; undefined or an empty string when there was none. */
  readonly body?: unknown;
  /** When given, required headers are looked for. */
  readonly headers?: Headers | undefined;
}

/** Why an answer does not match the contract, one sentence each; empty when it does. */
export function answerProblems(contract: Contract, answer: JudgedAnswer): string[] {
  const operation = operationFor(contract, answer.method, answer.path);
  if (operation === undefined) return [unknownOperation(contract, answer)];
  const documented = documentedFor(operation, answer.status);
  if (documented === undefined) {
    const known = [...operation.answers.keys()].join(', ');
    return [
      `status: ${answer.status} is not documented for ${operation.method} ${operation.path} (documented: ${known})`,
    ];
  }
  return [...headerProblems(documented, answer.headers), ...bodyProblems(contract, documented, answer)];
}

function unknownOperation(contract: Contract, { method, path }: JudgedAnswer): string {
  const others = operationsAt(contract, path).map((operation) => operation.method);
  const hint = others.length === 0 ? '' : `, which has ${[...new Set(others)].join(', ')} there`;
  return `operation: ${method.toUpperCase()} ${path.split('?')[0]} is not in the contract${hint}`;
}

function documentedFor({ answers }: Operation, status: number): DocumentedAnswer | undefined {
  return (
    answers.get(String(status)) ?? answers.get(`${Math.floor(status / 100)}XX`) ?? answers.get('default')
  );
}

function headerProblems({ requiredHeaders }: DocumentedAnswer, headers: Headers | undefined): string[] {
  if (headers === undefined) return [];
  return requiredHeaders.filter((name) => !headers.has(name)).map((name) => `headers.${name}: missing`);
}

function bodyProblems(contract: Contract, documented: DocumentedAnswer, answer: JudgedAnswer): string[] {
  const empty = answer.body === undefined || answer.body === '';
  if (documented.content === undefined) {
    return empty || answer.status !== 204 ? [] : ['body: expected none with status 204'];
  }
  const expected = [...documented.content.keys()].join(' or ');
  if (empty) return documented.bodyOptional ? [] : [`body: expected ${expected}, got none`];
  const mediaType = mediaTypeOf(answer.contentType);
  const pointer = documented.content.get(mediaType);
  if (pointer === undefined) return [`content type: expected ${expected}, got ${mediaType || 'none'}`];
  return schemaProblems(contract.validatorAt(pointer), answer.body);
}
