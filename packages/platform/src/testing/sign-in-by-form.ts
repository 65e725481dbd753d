import type { FakeBrowser } from './fake-browser.ts';

/** Signs in like the console: to the provider, its form, and back. Returns the last address. */
export async function signInByForm(
  browser: FakeBrowser,
  url: string,
  credentials: { username: string; password: string },
  returnTo = '/models?exact=1',
): Promise<URL> {
  const { here: page } = await browser.follow(
    `${url}/api/auth/login?redirect_uri=${encodeURIComponent(returnTo)}`,
  );
  const interaction = page.searchParams.get('interaction');
  if (page.pathname !== '/login' || !interaction) throw new Error(`no login form, but ${page}`);
  const answer = await submitForm(browser, url, interaction, credentials);
  if (answer.status !== 200)
    throw new Error(`the form was answered with ${answer.status} ${await answer.text()}`);
  const { location } = (await answer.json()) as { location: string };
  return (await browser.follow(location)).here;
}

/** Sends the login form of one interaction. */
export function submitForm(
  browser: FakeBrowser,
  url: string,
  interaction: string,
  credentials: object,
): Promise<Response> {
  return browser.visit(`${url}/realms/kamiwaza/interaction/${interaction}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
}
