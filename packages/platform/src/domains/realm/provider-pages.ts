import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

/** Answers an error of the provider; a sign-in that went stale starts over at the console's login page. */
export function renderProviderError(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  if (ctx.oidc.route === 'resume') return ctx.redirect('/login');
  ctx.type = 'json';
  ctx.body = { ...out, detail: out.error_description ?? out.error };
}

/** Asks whether to sign out, for a client that sends a browser to the provider's own logout address. */
export function renderSignOutForm(ctx: KoaContextWithOIDC, form: string): void {
  ctx.type = 'html';
  ctx.body = `<!doctype html><html lang="en"><title>Sign out</title><h1>Sign out of Kamiwaza?</h1>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></html>`;
}

/** Where the provider's own logout ends. */
export function renderSignedOut(ctx: KoaContextWithOIDC): void {
  ctx.redirect('/login');
}
