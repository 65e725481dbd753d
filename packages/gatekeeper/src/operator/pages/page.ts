import { html, type Html, markupOf } from './html.ts';
import { utc } from './relative-time.ts';

export interface PageParts {
  /** The part of the browser tab's title before “Gate”. */
  readonly title: string;
  readonly main: Html;
  /** For a logged-in operator: the current path, and when the page was rendered, since it does not refresh itself. */
  readonly made?: { readonly here: string; readonly now: number };
}

/** A whole document. It has neither scripts nor inline styles, so that its content security policy can forbid both. */
export function page({ title, main, made }: PageParts): string {
  const session =
    made === undefined
      ? undefined
      : html`
          <p class="as-of">
            <time datetime="${new Date(made.now).toISOString()}">${utc(made.now)}</time> ·
            <a href="${made.here}">Refresh</a>
          </p>
          <form method="post" action="/logout"><button class="quiet">Log out</button></form>
        `;
  return markupOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title} · Gate</title>
          <link rel="icon" href="/operator.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/operator.css" />
        </head>
        <body>
          <a class="skip" href="#main">Skip to content</a>
          <header class="top">
            <a class="brand" href="/"><img src="/operator.svg" alt="" width="22" height="22" />Gate</a>
            ${session}
          </header>
          <main id="main" tabindex="-1">${main}</main>
        </body>
      </html>`,
  );
}

/** A page with a single message and a link to continue. */
export function plainPage(title: string, sentence: string, way?: { href: string; text: string }): string {
  return page({
    title,
    main: html`<div class="plain">
      <h1>${title}</h1>
      <p>${sentence}</p>
      ${way === undefined ? undefined : html`<p><a href="${way.href}">${way.text}</a></p>`}
    </div>`,
  });
}

/**
 * An intermediate page that redirects to the one that another site linked to. A SameSite=Strict cookie is not sent with
 * such a link, but is sent when our own page redirects.
 */
export function stepInPage(href: string): string {
  return markupOf(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="refresh" content="0; url=${href}" />
          <title>Gate</title>
        </head>
        <body>
          <a href="${href}">Continue to the gate</a>
        </body>
      </html>`,
  );
}
