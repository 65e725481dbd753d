import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useLocation } from 'react-router';

/** Sets the document's title, and moves the focus to the heading with the returned ref after a navigation. */
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
