/** What an engine process takes beside the model, in bytes: measured with Node 24 and llama.cpp on Linux, rounded up. */
export const engineBytes = 160 * 2 ** 20;

/** What an instance will take, in bytes: the process, the weights and the memory of conversations in all its slots. */
export function memoryNeed(model: { fileBytes: number; contextLength: number; slots: number }): number {
  // Two matrices of 32 half-precision numbers a token: the attention of the platform's own models.
  const conversations = model.contextLength * model.slots * 2 * 32 * 2;
  return engineBytes + model.fileBytes + conversations;
}
