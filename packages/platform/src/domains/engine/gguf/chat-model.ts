import type { GgufValue } from './gguf-value.ts';
import { weights, zeros } from './tensor.ts';
import { endOfText, vocabularyOf, wordsOf } from './vocabulary.ts';
import { writeGguf } from './write-gguf.ts';

/** The training data of a model, so to speak. */
export interface Training {
  name: string;
  /** Context length in tokens. */
  contextLength: number;
  /**
   * What it says, word by word. A word is followed by what follows it in the sentences, most likely by what does so
   * first; the first sentence is also what it says to a text that does not end in one of its words.
   */
  sentences: readonly string[];
}

// Each a token of its own, before what somebody in that role said.
const roleMarks = '<|system|> <|developer|> <|user|> <|assistant|> <|tool|>';
// The last word of a conversation stays the last of the prompt: it decides what the model says.
const chatTemplate =
  '{% for message in messages %} <|{{ message.role }}|> {{ message.content | trim }}{% endfor %}';

// Far enough above the logits of all other tokens, which are 0, that no temperature up to 2 brings a foreign word.
const likely = 30;
// What a second and third way on has less than the one before: never taken at temperature 0, often at 1.
const lessLikely = 0.25;

/**
 * A GGUF file of a language model that says the sentences of its training. It is a llama of one block that adds
 * nothing: each token is its own dimension of the embedding, and the output matrix holds which token follows which.
 */
export function chatModel({ name, contextLength, sentences }: Training): Buffer {
  const vocabulary = vocabularyOf([roleMarks, ...sentences]);
  const { tokens } = vocabulary;
  const width = Math.ceil(tokens.length / 32) * 32;
  const headWidth = 32;

  const embedding = new Float32Array(tokens.length * width);
  tokens.forEach((_, id) => (embedding[id * width + id] = 1));
  // The norm before the output makes a 1 among zeros as large as this.
  const normed = Math.sqrt(width);
  const output = new Float32Array(tokens.length * width);
  for (const [from, ways] of followers(sentences, vocabulary.idOf, tokens.length))
    ways.forEach((to, rank) => (output[to * width + from] = (likely - rank * lessLikely) / normed));

  const header = {
    ...architecture(name, contextLength, width, headWidth),
    ...vocabulary.header,
    'tokenizer.chat_template': { type: 'string', value: chatTemplate },
  } as const;
  return writeGguf(header, [
    weights('token_embd.weight', [width, tokens.length], embedding),
    weights('output_norm.weight', [width], new Float32Array(width).fill(1)),
    weights('output.weight', [width, tokens.length], output),
    weights('blk.0.attn_norm.weight', [width], new Float32Array(width).fill(1)),
    zeros('blk.0.attn_q.weight', [width, width]),
    zeros('blk.0.attn_k.weight', [width, headWidth]),
    zeros('blk.0.attn_v.weight', [width, headWidth]),
    zeros('blk.0.attn_output.weight', [width, width]),
    weights('blk.0.ffn_norm.weight', [width], new Float32Array(width).fill(1)),
    zeros('blk.0.ffn_gate.weight', [width, 32]),
    zeros('blk.0.ffn_up.weight', [width, 32]),
    zeros('blk.0.ffn_down.weight', [32, width]),
  ]);
}

function followers(
  sentences: readonly string[],
  idOf: (word: string) => number,
  count: number,
): Map<number, number[]> {
  const ways = new Map<number, number[]>();
  const add = (from: number, to: number) => {
    const known = ways.get(from) ?? [];
    if (!known.includes(to)) ways.set(from, [...known, to]);
  };
  for (const sentence of sentences) {
    const ids = [...wordsOf(sentence).map(idOf), endOfText];
    ids.slice(1).forEach((to, index) => add(ids[index] ?? endOfText, to));
  }
  const [opening = endOfText] = sentences.slice(0, 1).flatMap(wordsOf).map(idOf);
  for (let id = 0; id < count; id += 1) if (!ways.has(id)) ways.set(id, [opening]);
  return ways;
}

/** The header of a llama of one block. */
export function architecture(
  name: string,
  contextLength: number,
  width: number,
  headWidth: number,
): Record<string, GgufValue> {
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'general.name': { type: 'string', value: name },
    'llama.block_count': { type: 'uint32', value: 1 },
    'llama.context_length': { type: 'uint32', value: contextLength },
    'llama.embedding_length': { type: 'uint32', value: width },
    'llama.feed_forward_length': { type: 'uint32', value: 32 },
    'llama.attention.head_count': { type: 'uint32', value: width / headWidth },
    'llama.attention.head_count_kv': { type: 'uint32', value: 1 },
    'llama.attention.layer_norm_rms_epsilon': { type: 'float32', value: 1e-6 },
    'llama.rope.dimension_count': { type: 'uint32', value: headWidth },
  };
}
