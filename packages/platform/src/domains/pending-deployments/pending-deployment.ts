/** A model that is to be deployed as soon as its files are complete. */
export interface PendingDeployment {
  modelId: string;
  fileIds: string[];
  /** Context length in tokens; undefined for that of the model's own configuration. */
  context: number | undefined;
  ownerId: string;
}
