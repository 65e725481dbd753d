import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';

const secretive = /token|password|secret|authorization/i;

/** What keeps `body` from satisfying the validator, as sentences: `body.pats[0].jti: expected string, got number`. */
export function schemaProblems(validate: ValidateFunction, body: unknown): string[] {
  if (validate(body)) return [];
  // A $ref's own failure and a union's own failure only repeat what their parts say.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== '$ref');
  const unions = errors.filter(isUnion);
  const plain = errors.filter((error) => !isUnion(error) && !unions.some((union) => within(error, union)));
  return [...new Set([...plain.map(sentence), ...unions.flatMap((union) => unionSentences(union, errors))])];
}

const isUnion = ({ keyword }: ErrorObject): boolean => keyword === 'anyOf' || keyword === 'oneOf';

const within = (error: ErrorObject, union: ErrorObject): boolean =>
  error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`);

/** A union fails with the faults of every branch; those of the branch that came furthest are what helps. */
function unionSentences(union: ErrorObject, errors: readonly ErrorObject[]): string[] {
  const inside = errors.filter((error) => !isUnion(error) && within(error, union));
  const wrongKind = (error: ErrorObject) =>
    error.keyword === 'type' && error.instancePath === union.instancePath;
  const deeper = inside.filter((error) => !wrongKind(error));
  if (deeper.length > 0) return deeper.map(sentence);
  if (inside.length === 0) return [sentence(union)];
  const kinds = new Set(inside.flatMap((error) => typesIn(error)));
  return [`${placeOf(union.instancePath)}: expected ${[...kinds].join(' or ')}, got ${kindOf(union.data)}`];
}

function sentence(error: ErrorObject): string {
  const place = placeOf(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return `${place}.${String(params['missingProperty'])}: missing`;
    case 'type':
      return `${place}: expected ${typesIn(error).join(' or ')}, got ${kindOf(error.data)}`;
    case 'enum':
      return `${place}: expected one of ${JSON.stringify(params['allowedValues'])}, got ${shown(place, error.data)}`;
    case 'const':
      return `${place}: expected ${JSON.stringify(params['allowedValue'])}, got ${shown(place, error.data)}`;
    case 'format':
      return `${place}: expected a ${String(params['format'])}, got ${shown(place, error.data)}`;
    default:
      return `${place}: ${error.message ?? error.keyword}, got ${shown(place, error.data)}`;
  }
}

function typesIn({ params }: ErrorObject): string[] {
  const type: unknown = params['type'];
  return Array.isArray(type) ? type.map(String) : String(type).split(',');
}

/** `/pats/0/jti` → `body.pats[0].jti` */
function placeOf(instancePath: string): string {
  const keys = instancePath.split('/').slice(1);
  return keys.reduce((place, key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? `${place}[${name}]` : `${place}.${name}`;
  }, 'body');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The value itself, unless it is long, structured, or might be a secret. */
function shown(place: string, value: unknown): string {
  if (secretive.test(place) || (typeof value === 'object' && value !== null)) return kindOf(value);
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
