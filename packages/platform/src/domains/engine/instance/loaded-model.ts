/** Complete parameters of a generation. */
export interface Generation {
  prompt: string;
  maxTokens: number | undefined;
  temperature: number;
  topP: number;
  seed: number | undefined;
  stops: readonly string[];
  signal: AbortSignal;
}

/** Token usage of a generation, and the reason for its end. */
export interface Ending {
  promptTokens: number;
  completionTokens: number;
  reason: 'stop' | 'length';
}

/** A message of a conversation. */
export interface Message {
  role: string;
  content: string;
}

/** A loaded model. */
export interface LoadedModel {
  /** The prompt of a conversation. Throws an EngineError when the template refuses it. */
  promptOf(messages: readonly Message[]): string;
  /** Generates a text piece by piece. Throws an EngineError when the prompt does not fit. */
  generate(generation: Generation): AsyncGenerator<string, Ending>;
  /** The vector of a text, of length 1, and its count of tokens. */
  embed(text: string): Promise<{ vector: readonly number[]; tokens: number }>;
}
