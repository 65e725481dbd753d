import { distance } from 'fastest-levenshtein';
import { currentId, type TestIds } from '@uat/record';

/**
 * The questions that are open before the file of ids can be updated: sentences about tests that are gone, or that reuse a
 * former id, each with the command that answers it.
 * @param today Ids of the existing tests.
 */
export function idComplaints({ tests, aliases }: TestIds, today: readonly string[]): string[] {
  const there = new Set(today);
  const targets = Object.values(aliases).filter((one) => one !== null);
  const lost = [...new Set([...tests, ...targets])].filter((id) => !there.has(id) && !(id in aliases));
  const fresh = new Set(today.filter((id) => !tests.includes(id)));
  const questions = lost.map((id) => {
    const likeliest = mostLike(id, [...fresh]);
    // Only one test can be the new form of another.
    if (likeliest !== undefined) fresh.delete(likeliest);
    return [
      `The test '${id}' is gone, and its history would go with it. What happened to it?`,
      `  its title or file changed:  pnpm uat history rename '${id}' '${likeliest ?? 'its new id'}'`,
      `  it was removed on purpose:  pnpm uat history remove '${id}'`,
    ].join('\n');
  });
  const doubles = today.flatMap((id) => {
    const owner = id in aliases ? currentId(aliases, id) : null;
    if (owner === null || !there.has(owner)) return [];
    return `The new test '${id}' has a former id of '${owner}' and would share its history. Give it another title.`;
  });
  return [...questions, ...doubles];
}

/** The ids, with those of new tests and of tests that are back after a removal. */
export function withNewIds({ tests, aliases }: TestIds, today: readonly string[]): TestIds {
  const isBack = ([id, became]: [string, string | null]) => became === null && today.includes(id);
  return {
    tests: [...new Set([...tests, ...today])],
    aliases: Object.fromEntries(Object.entries(aliases).filter((one) => !isBack(one))),
  };
}

/** The most similar of the new ids: in the same file, or else in the same area. */
function mostLike(id: string, fresh: readonly string[]): string | undefined {
  const near = [fileOf, areaOf]
    .map((of) => fresh.filter((one) => of(one) === of(id)))
    .find(({ length }) => length > 0);
  return near?.toSorted((a, b) => distance(id, a) - distance(id, b))[0];
}

const fileOf = (id: string) => id.split('#')[0];
const areaOf = (id: string) => id.split('/')[0];
