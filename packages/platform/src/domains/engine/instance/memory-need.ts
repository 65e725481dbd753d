/** Memory of an engine process without the model, in bytes: measured with Node 24 on Linux, rounded up. */
export const engineBytes = 160 * 2 ** 20;

/** Memory of an instance in bytes: the process, the weights, and the context of all slots. */
export function memoryNeed(model: { fileBytes: number; contextLength: number; slots: number }): number {
  // Two matrices of 32 half-precision numbers per token: the attention of the bundled models.
  const conversations = model.contextLength * model.slots * 2 * 32 * 2;
  return engineBytes + model.fileBytes + conversations;
}
