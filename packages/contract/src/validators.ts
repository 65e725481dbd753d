import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { OpenApiDocument } from './openapi-document.ts';

const id = 'contract';

/** A lookup of validators by JSON pointer to a schema in the document, each compiled once. */
export function validatorsFor(document: OpenApiDocument): (pointer: string) => ValidateFunction {
  // Not strict: a document contains keys other than JSON Schema keywords. No `logger`: unknown formats are valid.
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    validateSchema: false,
    logger: false,
  });
  formats.default(ajv);
  // FastAPI writes datetimes without a time zone if the column has none, which RFC 3339 does not allow.
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
