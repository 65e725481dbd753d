import type { HubParts } from '../hub/service.ts';

/** The file that a deployment runs: the one that was named, or the first that llama.cpp can read. */
export function chosenFile(hub: HubParts, modelId: string, fileId: string | undefined) {
  if (fileId !== undefined) return hub.fileAt(fileId)?.file;
  const files = hub.filesOf(modelId).map(({ file }) => file);
  const readable = files.filter(({ name }) => name.endsWith('.gguf'));
  return readable.find(({ id }) => hub.pathOf(id) !== undefined) ?? readable[0];
}
