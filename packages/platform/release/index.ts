export { packedPlatform } from './packed-platform.ts';
