import type { ModelFile } from '../../api/model-answers.ts';

export type FileState = 'downloaded' | 'downloading' | 'on the hub';

/** The state of a model's file: on the platform, downloading, or on the hub only. */
export function fileState(file: ModelFile): FileState {
  if (file.is_downloading === true) return 'downloading';
  const whole = file.download_percentage == null || file.download_percentage >= 100;
  return file.storage_location && whole ? 'downloaded' : 'on the hub';
}

/** The files to choose one from for a deployment. A model in pieces has none and is deployed as a whole. */
export function weightFiles(files: readonly ModelFile[]): ModelFile[] {
  return files.filter((file) => fileState(file) === 'downloaded' && /\.gguf$/i.test(file.name));
}
