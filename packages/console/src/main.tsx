import { leavesToSignIn } from './session/sign-in-start.ts';

// A browser that holds no session leaves at once: there is nothing in the console for it, so it need not be loaded.
if (!leavesToSignIn(location)) await import('./render.tsx');
