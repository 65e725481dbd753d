import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { createElement, useMemo } from 'react';
import type { ReactNode } from 'react';
import { bareMarkup } from '../frame/bare-markup.ts';

const kept = new Set(['b', 'br', 'em', 'h2', 'h3', 'hr', 'i', 'li', 'ol', 'p', 'strong', 'u', 'ul']);
const dropped = new Set(['iframe', 'math', 'object', 'script', 'style', 'svg', 'template']);

/**
 * Text with simple HTML markup, written by an administrator. It is parsed into an inert document and rendered from a
 * short list of elements without attributes, so that it cannot run, load or style anything.
 */
export function RichText({ html }: { html: string }) {
  const content = useMemo(
    () => drawn(new DOMParser().parseFromString(bareMarkup(html), 'text/html').body),
    [html],
  );
  const plain = !/<[a-z]/i.test(html);
  return (
    <Box
      sx={{
        overflowWrap: 'anywhere',
        whiteSpace: plain ? 'pre-line' : 'normal',
        '& > :first-child': { mt: 0 },
        '& > :last-child': { mb: 0 },
      }}
    >
      {content}
    </Box>
  );
}

function drawn(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, place) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    const name = node.nodeName.toLowerCase();
    if (!(node instanceof Element) || dropped.has(name)) return null;
    if (name === 'br' || name === 'hr') return createElement(name, { key: place });
    if (name === 'a') return drawnLink(node, place);
    return kept.has(name) ? createElement(name, { key: place }, drawn(node)) : drawn(node);
  });
}

function drawnLink(link: Element, place: number): ReactNode {
  const url = URL.parse(link.getAttribute('href') ?? '', location.href);
  if (url === null || !/^https?:$/.test(url.protocol)) return drawn(link);
  return (
    <Link key={place} href={url.href} target="_blank" rel="noreferrer">
      {drawn(link)}
    </Link>
  );
}
