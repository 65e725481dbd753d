import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { getLlama, LlamaLogLevel, type LlamaModel, type Token } from 'node-llama-cpp';

import { EngineError } from './engine-error.ts';
import type { EngineOptions } from './engine-options.ts';
import type { Ending, Generation, LoadedModel } from './loaded-model.ts';
import { promptOf } from './prompt-of.ts';
import { createStopScanner } from './stop-scanner.ts';

/** Loads a GGUF file into llama.cpp on the CPU. Throws llama.cpp's error. */
export async function loadModel(options: EngineOptions): Promise<LoadedModel> {
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    maxThreads: 1,
    logLevel: LlamaLogLevel.error,
  });
  const model = await llama.loadModel({ modelPath: options.file, checkTensors: true });
  return options.purpose === 'chat' ? chat(model, options) : embedding(model, options);
}

async function chat(model: LlamaModel, options: EngineOptions): Promise<LoadedModel> {
  const { contextLength, slots, tokenMilliseconds } = options;
  const context = await model.createContext({
    sequences: slots,
    contextSize: contextLength,
    batchSize: contextLength,
    threads: 1,
  });
  // Reused, because a disposed sequence returns to the context with a delay.
  const idle = Array.from({ length: slots }, () => context.getSequence());

  return {
    promptOf: promptOf(model.fileInfo.metadata.tokenizer.chat_template),
    async *generate({ prompt, maxTokens, temperature, topP, seed, stops, signal }: Generation) {
      const tokens = tokensOf(model, prompt);
      // The answer needs at least one token.
      if (tokens.length >= contextLength) throw overflow(tokens.length, contextLength);
      const limit = Math.min(maxTokens ?? Infinity, contextLength - tokens.length);
      const sequence = idle.pop();
      if (!sequence) throw new Error('A request was let in that no sequence is left for.');
      const ending: Ending = { promptTokens: tokens.length, completionTokens: 0, reason: 'stop' };
      const scanner = createStopScanner(stops);
      const said: Token[] = [];
      let shown = '';
      try {
        await sequence.clearHistory();
        const stream = sequence.evaluate(tokens, {
          temperature,
          topP,
          // The library's default is the current second: all answers within a second would be the same.
          seed: seed ?? randomInt(2 ** 31),
        });
        for await (const token of stream) {
          signal.throwIfAborted();
          said.push(token);
          ending.completionTokens += 1;
          const text = model.detokenize(said);
          // A multi-byte character is emitted with its last byte.
          if (!text.endsWith('\uFFFD')) {
            const piece = scanner.add(shown === '' ? text.trimStart() : text.slice(shown.length));
            shown = text;
            if (piece.text !== '') yield piece.text;
            if (piece.stopped) return ending;
          }
          if (ending.completionTokens >= limit) {
            ending.reason = 'length';
            break;
          }
          if (tokenMilliseconds > 0) await delay(tokenMilliseconds, undefined, { signal });
        }
        const rest = scanner.rest();
        if (rest !== '') yield rest;
        return ending;
      } finally {
        idle.push(sequence);
      }
    },
    embed: () => Promise.reject(unable('embeddings')),
  };
}

async function embedding(model: LlamaModel, { contextLength }: EngineOptions): Promise<LoadedModel> {
  const context = await model.createEmbeddingContext({ contextSize: contextLength, threads: 1 });
  return {
    promptOf: promptOf(undefined),
    // oxlint-disable-next-line require-yield -- an embedding model has nothing to say
    async *generate() {
      throw unable('completions');
    },
    async embed(text) {
      const tokens = tokensOf(model, text);
      // The end of the text takes a place, too.
      if (tokens.length >= contextLength) throw overflow(tokens.length, contextLength);
      const { vector } = await context.getEmbeddingFor(tokens);
      const length = Math.hypot(...vector);
      return { vector: vector.map((value) => value / length), tokens: tokens.length };
    },
  };
}

// The words of the models begin with a space.
function tokensOf(model: LlamaModel, text: string): Token[] {
  const { bos } = model.tokens;
  return [...(bos === null ? [] : [bos]), ...model.tokenize(` ${text}`)];
}

function overflow(tokens: number, contextLength: number): EngineError {
  return new EngineError(
    400,
    `This model's maximum context length is ${contextLength} tokens, and the prompt has ${tokens}. Shorten it.`,
    { code: 'context_length_exceeded' },
  );
}

function unable(what: string): EngineError {
  return new EngineError(400, `This model does not make ${what}.`, { code: 'model_not_supported' });
}
