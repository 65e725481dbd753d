import type { GgufValue } from './gguf-value.ts';

/** What a model can say and read: a token for each byte, so that any text can be read, and one for each word. */
export interface Vocabulary {
  tokens: readonly string[];
  /** Token of a word, with the space before it; throws when there is none. */
  idOf(word: string): number;
  header: Record<string, GgufValue>;
}

/** Ends what a model says. */
export const endOfText = 2;
/** Begins every text. */
export const beginOfText = 1;

const special = ['<unk>', '<s>', '</s>'];

// Numbers of llama.cpp's llama_token_type. Words are "user defined": the tokenizer looks for those before anything else,
// so no table of merges is needed.
const tokenTypes = { unknown: 2, control: 3, userDefined: 4, byte: 6 } as const;

/** The vocabulary with the words in `texts`. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const words = [...new Set(texts.flatMap(wordsOf))];
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
  );
  const tokens = [...special, ...bytes, ...words];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  return {
    tokens,
    idOf(word) {
      const id = ids.get(word);
      if (id === undefined) throw new Error(`The vocabulary has no token "${word}".`);
      return id;
    },
    header: {
      'tokenizer.ggml.model': { type: 'string', value: 'llama' },
      'tokenizer.ggml.pre': { type: 'string', value: 'default' },
      'tokenizer.ggml.tokens': { type: 'string[]', value: tokens },
      'tokenizer.ggml.scores': { type: 'float32[]', value: tokens.map(() => 0) },
      'tokenizer.ggml.token_type': {
        type: 'int32[]',
        value: [
          tokenTypes.unknown,
          tokenTypes.control,
          tokenTypes.control,
          ...bytes.map(() => tokenTypes.byte),
          ...words.map(() => tokenTypes.userDefined),
        ],
      },
      'tokenizer.ggml.unknown_token_id': { type: 'uint32', value: 0 },
      'tokenizer.ggml.bos_token_id': { type: 'uint32', value: beginOfText },
      'tokenizer.ggml.eos_token_id': { type: 'uint32', value: endOfText },
      'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
      'tokenizer.ggml.add_space_prefix': { type: 'bool', value: false },
    },
  };
}

/** The words of a sentence, each with the space before it. */
export function wordsOf(sentence: string): string[] {
  return sentence.split(' ').map((word) => ` ${word}`);
}
