import { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { completions, type KnownValues } from './completions.ts';

const known: Record<string, string[]> = {
  areas: ['smoke', 'authnz', 'model-engine'],
  target: ['embedded', 'env'],
  grant: ['users', 'tokens', 'sessions', 'all'],
  ticket: ['ENG-1', 'ENG-22'],
  run: ['20261122-1831-k3f9'],
};
const values: KnownValues = async (name) => (known[name] ?? []).map((value) => ({ value, description: '' }));

const program = new Command('uat').description('checks');
const run = program
  .command('run [areas...]', { isDefault: true })
  .description('run areas')
  .option('--target <name|url>', 'what to test')
  .option('--ticket <id>', 'only this ticket')
  .option('--grant <grants>', 'what it may change')
  .option('--grep <pattern>', 'only these titles')
  .option('--ca <file>', 'an authority')
  .option('--out <dir>', 'where the files go')
  .option('--headed', 'show the browser')
  .addOption(new Option('-l, --lane <name>', 'which policy').choices(['local', 'cd']));
program.command('list [areas...]').description('list the tests').option('--json <file>', 'as JSON');
program.command('open [run]').description('open the report');
const gate = program.command('gate').description('ask a ticket');
gate.command('explain [ticket]').description('say what is found');
gate.command('doctor').description('check').option('--json <file>', 'as JSON');
program.command('complete [words...]', { hidden: true });

/** How a line goes on; the last of the words is being written. */
async function goingOn(...words: string[]): Promise<string[] | 'files'> {
  const found = await completions({ program, byDefault: run, words, values });
  return found === 'files' ? found : found.map(({ value }) => value);
}

const commands = ['run', 'list', 'open', 'gate', 'help'];

describe('a word', () => {
  test.each<{ words: string[]; next: string[] | 'files' }>([
    { words: [], next: [...commands, 'smoke', 'authnz', 'model-engine'] },
    { words: [''], next: [...commands, 'smoke', 'authnz', 'model-engine'] },
    { words: ['aut'], next: ['authnz'] },
    { words: ['o'], next: ['open'] },
    { words: ['comp'], next: [] },
    { words: ['moon'], next: [] },
    { words: ['run', ''], next: ['smoke', 'authnz', 'model-engine'] },
    { words: ['list', 'm'], next: ['model-engine'] },
    { words: ['smoke', ''], next: ['authnz', 'model-engine'] },
    { words: ['--headed', 'a'], next: ['authnz'] },
    { words: ['--target', 'env', 's'], next: ['smoke'] },
    { words: ['open', ''], next: ['20261122-1831-k3f9'] },
    { words: ['open', '20261122-1831-k3f9', ''], next: [] },
    { words: ['gate', ''], next: ['explain', 'doctor', 'help'] },
    { words: ['gate', 'explain', ''], next: ['ENG-1', 'ENG-22'] },
    { words: ['gate', 'doctor', '--j'], next: ['--json'] },
    { words: ['gate', 'doctor', ''], next: [] },
  ])('$words goes on with $next', async ({ words, next }) => {
    expect(await goingOn(...words)).toEqual(next);
  });
});

describe('an option', () => {
  test.each<{ words: string[]; next: string[] }>([
    { words: ['--t'], next: ['--target', '--ticket'] },
    { words: ['smoke', '--hea'], next: ['--headed'] },
    { words: ['list', '--'], next: ['--json', '--help'] },
    { words: ['open', '--t'], next: [] },
  ])('$words goes on with $next', async ({ words, next }) => {
    expect(await goingOn(...words)).toEqual(next);
  });
});

describe('the value of an option', () => {
  test.each<{ words: string[]; next: string[] | 'files' }>([
    { words: ['--target', ''], next: ['embedded', 'env'] },
    { words: ['--target', 'en'], next: ['env'] },
    { words: ['--target=en'], next: ['--target=env'] },
    { words: ['--target', '=', 'en'], next: ['env'] },
    { words: ['--target', '='], next: ['embedded', 'env'] },
    { words: ['--ticket', 'ENG-1', '--ticket', ''], next: ['ENG-1', 'ENG-22'] },
    { words: ['--lane', ''], next: ['local', 'cd'] },
    { words: ['-l', 'c'], next: ['cd'] },
    { words: ['--grant', 'tok'], next: ['tokens'] },
    { words: ['--grant', 'tokens,'], next: ['tokens,users', 'tokens,sessions', 'tokens,all'] },
    { words: ['--grant', 'tokens,se'], next: ['tokens,sessions'] },
    { words: ['--grep', ''], next: [] },
    { words: ['--ca', ''], next: 'files' },
    { words: ['--out=./'], next: 'files' },
  ])('$words goes on with $next', async ({ words, next }) => {
    expect(await goingOn(...words)).toEqual(next);
  });

  test('is asked for only where it is needed', async () => {
    const asked: string[] = [];
    const counting: KnownValues = async (name) => {
      asked.push(name);
      return [];
    };

    await completions({ program, byDefault: run, words: ['--ticket', 'ENG'], values: counting });

    expect(asked).toEqual(['ticket']);
  });
});

test('a word comes with what it means', async () => {
  expect(await completions({ program, byDefault: run, words: ['li'], values })).toEqual([
    { value: 'list', description: 'list the tests' },
  ]);
});
