/** Where the contract lies: the file URL of `openapi.json`, which is generated from `openapi.yaml`, and read much faster. */
export const contractUrl = new URL('../openapi.json', import.meta.url);
