export { durably } from './durably.ts';
export { isDamaged } from './is-damaged.ts';
export { isPostgres, withoutPassword } from './address.ts';
export { type OpenedDatabase, openDatabase, openExisting, type Schema } from './open-database.ts';
