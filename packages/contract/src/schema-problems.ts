import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

const secretName = /token|password|secret|authorization/i;

/** Schema violations in `body`, such as `body.pats[0].jti: expected string, got number`; empty if it is valid. */
export function schemaProblems(validate: ValidateFunction, body: unknown): string[] {
  if (validate(body)) return [];
  // The error of a $ref or a union itself only repeats those of its parts.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== '$ref');
  const unions = errors.filter(isUnion);
  const plain = errors.filter((error) => !isUnion(error) && !unions.some((union) => within(error, union)));
  return [...new Set([...plain.map(sentence), ...unions.flatMap((union) => unionSentences(union, errors))])];
}

const isUnion = ({ keyword }: ErrorObject): boolean => keyword === 'anyOf' || keyword === 'oneOf';

const within = (error: ErrorObject, union: ErrorObject): boolean =>
  error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);

/** The problems of a failed union: those below its own level where there are any, otherwise its expected types. */
function unionSentences(union: ErrorObject, errors: readonly ErrorObject[]): string[] {
  const inside = errors.filter((error) => !isUnion(error) && within(error, union));
  const isTypeMismatch = (error: ErrorObject) =>
    error.keyword === 'type' && error.instancePath === union.instancePath;
  const deeper = inside.filter((error) => !isTypeMismatch(error));
  if (deeper.length > 0) return deeper.map(sentence);
  if (inside.length === 0) return [sentence(union)];
  const kinds = new Set(inside.flatMap((error) => typesIn(error)));
  return [`${bodyPath(union.instancePath)}: expected ${[...kinds].join(' or ')}, got ${typeOf(union.data)}`];
}

function sentence(error: ErrorObject): string {
  const place = bodyPath(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `${place}.${String(params['missingProperty'])}: missing`;
    case 'type':
      return `${place}: expected ${typesIn(error).join(' or ')}, got ${typeOf(error.data)}`;
    case 'enum':
      return `${place}: expected one of ${JSON.stringify(params['allowedValues'])}, got ${quoted(place, error.data)}`;
    case 'const':
      return `${place}: expected ${JSON.stringify(params['allowedValue'])}, got ${quoted(place, error.data)}`;
    case 'format':
      return `${place}: expected a ${String(params['format'])}, got ${quoted(place, error.data)}`;
    default:
      return `${place}: ${error.message ?? error.keyword}, got ${quoted(place, error.data)}`;
  }
}

function typesIn({ params }: ErrorObject): string[] {
  const type: unknown = params['type'];
  return Array.isArray(type) ? type.map(String) : String(type).split(',');
}

/** `/pats/0/jti` → `body.pats[0].jti` */
function bodyPath(instancePath: string): string {
  const keys = instancePath.split('/').slice(1);
  return keys.reduce((place, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? `${place}[${name}]` : `${place}.${name}`;
  }, 'body');
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The value as JSON, shortened; only its type if it is structured or might be a secret. */
function quoted(place: string, value: unknown): string {
  if (secretName.test(place) || (typeof value === 'object' && value !== null)) return typeOf(value);
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
