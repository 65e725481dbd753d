/** How a text is to be made, with nothing left open. */
export interface Generation {
  prompt: string;
  maxTokens: number | undefined;
  temperature: number;
  topP: number;
  seed: number | undefined;
  stops: readonly string[];
  signal: AbortSignal;
}

/** What a text cost, and why it ended. */
export interface Ending {
  promptTokens: number;
  completionTokens: number;
  reason: 'stop' | 'length';
}

/** What somebody said in a conversation. */
export interface Message {
  role: string;
  content: string;
}

/** A model that answers. */
export interface LoadedModel {
  /** A conversation as the model reads it; throws an EngineError when its template cannot hold it. */
  promptOf(messages: readonly Message[]): string;
  /** The pieces of a text as they come; throws an EngineError when the prompt does not fit. */
  generate(generation: Generation): AsyncGenerator<string, Ending>;
  /** The vector of a text, of length 1, and its count of tokens. */
  embed(text: string): Promise<{ vector: readonly number[]; tokens: number }>;
}
