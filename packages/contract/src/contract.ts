import type { ValidateFunction } from 'ajv/dist/2020.js';
import { contractUrl } from './contract-url.ts';
import { parseOpenApiDocument, type OpenApiDocument } from './openapi-document.ts';
import { operationsOf, type Operation } from './operations.ts';
import { readSource } from './read-source.ts';
import { validatorsFor } from './validators.ts';

/** An API contract that responses can be validated against. */
export interface Contract {
  /** `info.version` of the document. */
  readonly version: string;
  readonly document: OpenApiDocument;
  /** By method and path template: `GET /auth/pats/{jti}`. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** The validator of the schema at a JSON pointer into the document; compiled on first use, then kept. */
  readonly validatorAt: (pointer: string) => ValidateFunction;
}

/**
 * Loads our contract, or the document at `source`: a file, the URL of a document, or the URL of a live target.
 * @throws DocumentError without a valid document.
 */
export async function loadContract(source: string | URL = contractUrl): Promise<Contract> {
  const { text, where } = await readSource(source);
  return contractOf(await parseOpenApiDocument(text, where));
}

/** The contract that a document in memory describes. */
export function contractOf(document: OpenApiDocument): Contract {
  return {
    version: document.info.version,
    document,
    operations: operationsOf(document),
    validatorAt: validatorsFor(document),
  };
}
