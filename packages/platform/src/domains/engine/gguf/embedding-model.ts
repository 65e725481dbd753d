import { architecture } from './chat-model.ts';
import { weights, zeros } from './tensor.ts';
import { endOfText, vocabularyOf } from './vocabulary.ts';
import { writeGguf } from './write-gguf.ts';

const width = 128;
const headWidth = 32;

/**
 * A GGUF file of a model that turns a text into a vector. Each token has a direction of its own, chosen once; attention
 * gathers those of all tokens at the end of the text, nearer ones with a little more weight, so that texts which share
 * words lie near each other and the order of words still counts.
 */
export function embeddingModel(name: string, contextLength: number, words: readonly string[]): Buffer {
  const vocabulary = vocabularyOf(words);
  const { tokens } = vocabulary;
  const random = randomNumbers(20_261_125);
  const directions = Float32Array.from({ length: tokens.length * width }, () => random() * 2 - 1);
  // The end is the same for all texts, so it says little.
  for (let index = 0; index < width; index += 1) {
    const at = endOfText * width + index;
    directions[at] = (directions[at] ?? 0) / 50;
  }
  const matrix = (columns: number, rows: number, scale: number) =>
    Float32Array.from({ length: columns * rows }, () => (random() * 2 - 1) * scale);

  return writeGguf(
    {
      ...architecture(name, contextLength, width, headWidth),
      ...vocabulary.header,
      'tokenizer.ggml.add_eos_token': { type: 'bool', value: true },
      // The vector of the last token, which has seen all others.
      'llama.pooling_type': { type: 'uint32', value: 3 },
    },
    [
      weights('token_embd.weight', [width, tokens.length], directions),
      weights('output_norm.weight', [width], new Float32Array(width).fill(1)),
      weights('blk.0.attn_norm.weight', [width], new Float32Array(width).fill(1)),
      weights('blk.0.attn_q.weight', [width, width], matrix(width, width, 0.12)),
      weights('blk.0.attn_k.weight', [width, headWidth], matrix(width, headWidth, 0.12)),
      weights('blk.0.attn_v.weight', [width, headWidth], matrix(width, headWidth, 0.2)),
      weights('blk.0.attn_output.weight', [width, width], matrix(width, width, 0.5)),
      weights('blk.0.ffn_norm.weight', [width], new Float32Array(width).fill(1)),
      zeros('blk.0.ffn_gate.weight', [width, 32]),
      zeros('blk.0.ffn_up.weight', [width, 32]),
      zeros('blk.0.ffn_down.weight', [32, width]),
    ],
  );
}

// Mulberry32: from 0 to 1, the same numbers on every machine.
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
