import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { OpenApiDocument } from './openapi-document.ts';

const id = 'contract';

/** Validators for schemas inside the document, found by JSON pointer, each compiled once. */
export function validatorsFor(document: OpenApiDocument): (pointer: string) => ValidateFunction {
  // Not strict: a document carries keys that are no JSON Schema keywords. `logger` off: unknown formats are fine.
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateSchema: false,
    logger: false,
  });
  formats.default(ajv);
  // FastAPI writes datetimes without a zone where the column has none; RFC 3339 would refuse those.
  ajv.addFormat('date-time', fullFormats['iso-date-time']);
  ajv.addSchema(document, id);
  const compiled = new Map<string, ValidateFunction>();

  return (pointer) => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const fresh = ajv.compile({ $ref: `${id}#${pointer}` });
    compiled.set(pointer, fresh);
    return fresh;
  };
}
