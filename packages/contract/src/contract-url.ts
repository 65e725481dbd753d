/** The file URL of the contract: `openapi.json`, generated from `openapi.yaml` because JSON is much faster to read. */
export const contractUrl = new URL('../openapi.json', import.meta.url);
