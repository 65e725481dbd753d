import type { Command, Option } from 'commander';

/** A possible word, with its description. */
export interface Completion {
  value: string;
  description: string;
}

/** Finds the values of an argument or option by name; `files` leaves the completion to the shell. */
export type KnownValues = (name: string) => Promise<Completion[] | 'files'>;

export interface CompletionRequest {
  program: Command;
  /** The default command. */
  byDefault: Command;
  /** Words after `uat`, up to the cursor; the last one is incomplete and may be empty. */
  words: readonly string[];
  values: KnownValues;
}

/**
 * The completions of the last word of a command line, from commander's own tree of commands. A comma-separated list is
 * completed after its last comma.
 */
export async function completions(request: CompletionRequest): Promise<Completion[] | 'files'> {
  const { program, byDefault, values } = request;
  const words = withoutEqualSigns(request.words);
  const [before, current] = [words.slice(0, -1), words.at(-1) ?? ''];
  const { named, depth } = namedIn(program, before);
  const command = named === program ? byDefault : named;
  const options = program.createHelp().visibleOptions(command);

  const waiting = options.find((option) => takesValue(option) && isWritten(option, before.at(-1)));
  if (waiting !== undefined)
    return continuations(current, await valuesOf(waiting.attributeName(), waiting, values));

  const [flag = '', ...behind] = current.split('=');
  const whole = options.find((option) => takesValue(option) && option.long === flag);
  if (whole !== undefined && behind.length > 0) {
    const found = continuations(behind.join('='), await valuesOf(whole.attributeName(), whole, values));
    return found === 'files' ? found : found.map((one) => ({ ...one, value: `${flag}=${one.value}` }));
  }
  if (current.startsWith('-')) {
    return continuations(
      current,
      options.map(({ long, short, description }) => ({ value: long ?? short ?? '', description })),
    );
  }

  const operands = operandsIn(before.slice(depth), options);
  const argument = command.registeredArguments[operands.length] ?? command.registeredArguments.at(-1);
  const open =
    argument !== undefined && (argument.variadic || operands.length < command.registeredArguments.length);
  const known = open ? await valuesOf(argument.name(), argument, values) : [];
  if (known === 'files') return known;
  return continuations(current, [
    ...(before.length === depth ? program.createHelp().visibleCommands(named).map(commandWord) : []),
    ...known.filter(({ value }) => !operands.includes(value)),
  ]);
}

/** The named command, perhaps a subcommand (`gate explain`), and the number of words that name it. */
function namedIn(program: Command, before: readonly string[]): { named: Command; depth: number } {
  let named = program;
  for (const [depth, word] of before.entries()) {
    const next = named.commands.find((one) => one.name() === word);
    if (next === undefined) return { named, depth };
    named = next;
  }
  return { named, depth: before.length };
}

const takesValue = (option: Option) => option.required || option.optional;

const isWritten = ({ long, short }: Option, word: string | undefined) =>
  word !== undefined && (word === long || word === short);

const commandWord = (command: Command): Completion => ({
  value: command.name(),
  description: command.description(),
});

/** Removes `=` words: bash splits `--target=env` at the sign; zsh and fish do not. */
function withoutEqualSigns(words: readonly string[]): string[] {
  const unwritten = words.at(-1) === '=' ? [''] : [];
  return [...words.filter((word) => word !== '='), ...unwritten];
}

/** The words that are neither options nor values of options. */
function operandsIn(words: readonly string[], options: readonly Option[]): string[] {
  return words.filter((word, at) => {
    const previous = words[at - 1];
    return (
      !word.startsWith('-') && !options.some((option) => takesValue(option) && isWritten(option, previous))
    );
  });
}

async function valuesOf(
  name: string,
  { argChoices, flags = '' }: { argChoices?: readonly string[] | undefined; flags?: string },
  values: KnownValues,
): Promise<Completion[] | 'files'> {
  if (argChoices !== undefined) return argChoices.map((value) => ({ value, description: '' }));
  return /<(file|dir)>/.test(flags) ? 'files' : values(name);
}

function continuations(current: string, candidates: Completion[] | 'files'): Completion[] | 'files' {
  if (candidates === 'files') return candidates;
  const listed = current.slice(0, current.lastIndexOf(',') + 1);
  const taken = listed.split(',');
  return candidates
    .filter(({ value }) => !taken.includes(value))
    .map((candidate) => ({ ...candidate, value: `${listed}${candidate.value}` }))
    .filter(({ value }) => value.startsWith(current));
}
