import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';

/** Renders an error of the provider. An expired sign-in starts over at the console's login page. */
export function renderProviderError(ctx: KoaContextWithOIDC, out: ErrorOut): void {
  if (ctx.oidc.route === 'resume') return ctx.redirect('/login');
  ctx.type = 'json';
  ctx.body = { ...out, detail: out.error_description ?? out.error };
}

/** The page that confirms a logout at the provider. */
export function renderSignOutForm(ctx: KoaContextWithOIDC, form: string): void {
  ctx.type = 'html';
  ctx.body = `<!doctype html><html lang="en"><title>Sign out</title><h1>Sign out of Kamiwaza?</h1>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></html>`;
}

/** The page after a logout at the provider. */
export function renderSignedOut(ctx: KoaContextWithOIDC): void {
  ctx.redirect('/login');
}
