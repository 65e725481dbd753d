/** Whether a path or name falls under a pattern: `*` within a folder, `**` anything, `{a,b}` one of them; all else is itself. */
export function matchesPattern(what: string, pattern: string): boolean {
  return new RegExp(`^${source(pattern)}$`, 's').test(what);
}

function source(pattern: string): string {
  return pattern.replaceAll(/\*\*|\*|\{[^{}]*\}|[^*{]+|\{/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part.startsWith('{') && part.endsWith('}'))
      return `(?:${part.slice(1, -1).split(',').map(source).join('|')})`;
    return RegExp.escape(part);
  });
}
