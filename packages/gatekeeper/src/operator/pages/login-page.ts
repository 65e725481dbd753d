import { html } from './html.ts';
import { page } from './page.ts';

/** The login form; `next` is the page to go on to, `problem` why the last attempt failed. */
export function loginPage(next: string, problem?: string): string {
  const told =
    problem === undefined ? undefined : html`<p class="problem" id="problem" role="alert">${problem}</p>`;
  return page({
    title: 'Log in',
    main: html`<form class="login" method="post" action="/login">
      <h1>Log in</h1>
      ${told}
      <input type="hidden" name="next" value="${next}" />
      <label for="password">Operator password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        autofocus
        ${problem === undefined ? undefined : html`aria-invalid="true" aria-describedby="problem"`}
      />
      <button>Log in</button>
    </form>`,
  });
}
