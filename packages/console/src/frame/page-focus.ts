import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useLocation } from 'react-router';

/** Names the document, and moves focus to the heading it gives the ref to when a page is reached by navigation. */
export function usePageFocus<T extends HTMLElement>(title: string): RefObject<T | null> {
  const heading = useRef<T>(null);
  const { key } = useLocation();
  // The first page of a visit keeps the browser's own order, so that "Skip to content" comes first.
  const navigated = useRef(key !== 'default');

  useEffect(() => {
    document.title = `${title} · Kamiwaza`;
  }, [title]);

  useEffect(() => {
    if (navigated.current) heading.current?.focus();
  }, []);

  return heading;
}
