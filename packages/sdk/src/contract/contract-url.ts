/** Where the contract lies: the file URL of `openapi.yaml`. */
export const contractUrl = new URL('../../openapi.yaml', import.meta.url);
