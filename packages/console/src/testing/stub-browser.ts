import { vi } from 'vitest';

/**
 * Gives the test a browser's cookies and session storage, empty, and a location that notes where it is sent. Undo with
 * `vi.unstubAllGlobals()`.
 */
export function stubBrowser(): { sentTo: string[] } {
  const sentTo: string[] = [];
  const cookies = new Map<string, string>();
  const stored = new Map<string, string>();
  vi.stubGlobal('document', {
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(line: string) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('; Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    },
  });
  vi.stubGlobal('location', { protocol: 'http:', assign: (url: string) => sentTo.push(url) });
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  return { sentTo };
}
