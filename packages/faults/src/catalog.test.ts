import { expect, test } from 'vitest';
import { cataloguedFaults, wholeCatalog } from './catalog.ts';
import { loadFaults } from './load-faults.ts';

const catalog = wholeCatalog();

test('every fault has an id and a sentence of its own', () => {
  expect(new Set(catalog.map(({ id }) => id)).size).toBe(catalog.length);
  expect(new Set(catalog.map(({ sentence }) => sentence)).size).toBe(catalog.length);
});

test.each(catalog)('$id is described in full', ({ id, sentence, source, file, capability }) => {
  expect(id).toMatch(/^(?:[AM][XW]?|F)\d+[a-z]?$/);
  expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(source).not.toBe('');
  expect(file).toContain(`/catalog/${capability}/`);
});

test('words choose faults, in the order of the catalogue', () => {
  expect(cataloguedFaults(['A24,F1', 'A4']).map(({ id }) => id)).toEqual(['A4', 'A24', 'F1']);
});

test('what is held out is named or left out', () => {
  const heldOut = catalog.filter((fault) => fault.heldOut).map(({ id }) => id);

  expect(cataloguedFaults().map(({ id }) => id)).not.toContain(heldOut[0]);
  expect(cataloguedFaults(heldOut).map(({ id }) => id)).toEqual(heldOut);
});

test('an unknown id is refused with the nearest known one', () => {
  expect(() => cataloguedFaults(['A4', 'F99'])).toThrow(/There is no fault 'F99'\..* `uat faults` lists/);
});

test('every fault that the catalogue lists can be loaded', async () => {
  const faults = await loadFaults(catalog.map(({ id }) => id));

  expect(faults.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id));
});
