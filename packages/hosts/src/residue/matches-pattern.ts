/** Whether a path or name falls under a pattern: `*` within a folder, `**` anything, `{a,b}` one of them; all else is itself. */
export function matchesPattern(what: string, pattern: string): boolean {
  return toRegExp(pattern).test(what);
}

function toRegExp(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*|\*|\{[^{}]*\}|[^*{]+|\{/g, (part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part.startsWith('{') && part.endsWith('}'))
      return `(?:${part
        .slice(1, -1)
        .split(',')
        .map((one) => RegExp.escape(one))
        .join('|')})`;
    return RegExp.escape(part);
  });
  return new RegExp(`^${source}$`, 's');
}
