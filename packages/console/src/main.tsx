import { leavesToSignIn } from './session/sign-in-start.ts';

// A browser without a session leaves at once, before the console is loaded.
if (!leavesToSignIn(location)) await import('./render.tsx');
