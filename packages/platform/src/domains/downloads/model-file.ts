/** A file of a model, found on the hub or entered by hand. */
export interface StoredModelFile {
  id: string;
  /** null for a file that was entered by hand. */
  modelId: string | null;
  ownerId: string;
  name: string;
  size: number | null;
  hub: string | null;
  /** SHA-256. */
  checksum: string | null;
  storageType: string | null;
  storageHost: string;
  /** Location that was entered by hand; a file from the hub is where its download put it. */
  storageLocation: string | null;
  /** ISO 8601. */
  createdAt: string;
}
