interface Cookie {
  name: string;
  value: string;
  path: string;
  attributes: string;
}

/** A browser reduced to cookies and redirects. */
export interface FakeBrowser {
  /** Sends one request with cookies, without following redirects. */
  visit(url: string, init?: RequestInit): Promise<Response>;
  /** Follows redirects from `url` to the console's page or another response. Returns all addresses, the last as `here`. */
  follow(url: string): Promise<{ trail: URL[]; here: URL; answer: Response }>;
  cookie(name: string): Cookie | undefined;
  forget(name: string): void;
}

/** A browser that stores cookies by name and path. */
export function createFakeBrowser(): FakeBrowser {
  let jar: Cookie[] = [];

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split(/; */);
    const [name = '', ...value] = pair.split('=');
    const attribute = (key: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
    const path = attribute('path') ?? '/';
    jar = jar.filter((cookie) => cookie.name !== name || cookie.path !== path);
    const expires = attribute('expires');
    const gone = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (!gone) jar.push({ name, value: value.join('='), path, attributes: attributes.join('; ') });
  }

  const browser: FakeBrowser = {
    async visit(url, init = {}) {
      const { pathname } = new URL(url);
      const headers = new Headers(init.headers);
      const sent = jar.filter(
        ({ path }) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')),
      );
      if (sent.length > 0)
        headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '));
      const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
      answer.headers.getSetCookie().forEach(keep);
      return answer;
    },
    async follow(url) {
      const trail = [new URL(url)];
      let here = new URL(url);
      for (;;) {
        const answer = await browser.visit(here.href, { headers: { accept: 'text/html' } });
        const next = answer.headers.get('location');
        if (!next) return { trail, here, answer };
        here = new URL(next, here);
        trail.push(here);
        if (trail.length > 12) throw new Error(`redirect loop: ${trail.join(' → ')}`);
      }
    },
    cookie: (name) => jar.find((cookie) => cookie.name === name),
    forget: (name) => void (jar = jar.filter((cookie) => cookie.name !== name)),
  };
  return browser;
}
