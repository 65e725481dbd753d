import type { ModelFileService } from '../downloads/model-file-service.ts';

/** The file that a deployment runs: the named one, or else the first that llama.cpp can read. */
export function chosenFile(
  modelFiles: Pick<ModelFileService, 'of' | 'byId' | 'pathOf'>,
  modelId: string,
  fileId: string | undefined,
) {
  if (fileId !== undefined) return modelFiles.byId(fileId)?.file;
  const files = modelFiles.of(modelId).map(({ file }) => file);
  const readable = files.filter(({ name }) => name.endsWith('.gguf'));
  return readable.find(({ id }) => modelFiles.pathOf(id) !== undefined) ?? readable[0];
}
