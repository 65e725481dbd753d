export { sealed } from '../plan-file.ts';
