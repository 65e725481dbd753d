import { notBuilt } from './api-error.ts';

/** Reads a field of a record, following relations. */
export type ReadField = (source: unknown, field: string) => unknown;

const order = (value: unknown) => {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? value : time;
};
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const lower = (value: unknown) => text(value).toLowerCase();
const members = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);

/** Linear's comparators, by their names in the schema. */
const comparators: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
  eq: (value, wanted) => order(value) === order(wanted),
  neq: (value, wanted) => order(value) !== order(wanted),
  in: (value, wanted) => members(wanted).includes(value),
  nin: (value, wanted) => !members(wanted).includes(value),
  lt: (value, wanted) => value != null && Number(order(value)) < Number(order(wanted)),
  lte: (value, wanted) => value != null && Number(order(value)) <= Number(order(wanted)),
  gt: (value, wanted) => value != null && Number(order(value)) > Number(order(wanted)),
  gte: (value, wanted) => value != null && Number(order(value)) >= Number(order(wanted)),
  null: (value, wanted) => (value == null) === wanted,
  contains: (value, wanted) => text(value).includes(text(wanted)),
  notContains: (value, wanted) => !text(value).includes(text(wanted)),
  containsIgnoreCase: (value, wanted) => lower(value).includes(lower(wanted)),
  startsWith: (value, wanted) => text(value).startsWith(text(wanted)),
  endsWith: (value, wanted) => text(value).endsWith(text(wanted)),
  eqIgnoreCase: (value, wanted) => lower(value) === lower(wanted),
};

/**
 * Whether a record matches one of Linear's filters: comparators, `and`/`or`, filters on relations, and `some`/`every`.
 * @throws Error for a comparator that the stand-in does not support.
 */
export function matchesFilter(source: unknown, filter: unknown, read: ReadField): boolean {
  if (typeof filter !== 'object' || filter === null) return true;
  return Object.entries(filter).every(([name, wanted]) => {
    if (wanted === undefined) return true;
    if (name === 'and') return members(wanted).every((one) => matchesFilter(source, one, read));
    if (name === 'or') return members(wanted).some((one) => matchesFilter(source, one, read));
    return matchesValue(read(source, name), wanted, read, name);
  });
}

function matchesValue(value: unknown, wanted: unknown, read: ReadField, name: string): boolean {
  if (typeof wanted !== 'object' || wanted === null) throw notBuilt(`filter ${name}`);
  return Object.entries(wanted).every(([key, condition]) => {
    if (Array.isArray(value) && (key === 'some' || key === 'every')) {
      const fits = (item: unknown) => matchesFilter(item, condition, read);
      return key === 'some' ? value.some(fits) : value.every(fits);
    }
    const isThing = typeof value === 'object' && value !== null && !Array.isArray(value);
    const compare = comparators[key];
    if (key === 'null' || (!isThing && compare !== undefined && value !== undefined)) {
      return compare?.(value, condition) ?? false;
    }
    // A missing relation matches no condition on its target.
    if (value == null) return false;
    if (!isThing) throw notBuilt(`comparator ${name}.${key}`);
    return matchesFilter(value, { [key]: condition }, read);
  });
}
