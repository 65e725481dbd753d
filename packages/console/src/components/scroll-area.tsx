import Paper from '@mui/material/Paper';
import TableContainer from '@mui/material/TableContainer';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

/** A container for wide content, which can be focused and scrolled by keyboard while it overflows. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  const [wider, setWider] = useState(false);
  const watch = useCallback((area: HTMLElement | null) => {
    if (area === null) return;
    const observer = new ResizeObserver(() => setWider(area.scrollWidth > area.clientWidth));
    for (const element of [area, ...area.children]) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <TableContainer
      component={Paper}
      variant="outlined"
      ref={watch}
      {...(wider ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </TableContainer>
  );
}
