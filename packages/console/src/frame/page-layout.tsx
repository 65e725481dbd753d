import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { usePageFocus } from './page-focus.ts';

interface PageProps {
  heading: string;
  /** Title of the browser's tab; default: the heading. */
  title?: string;
  children: ReactNode;
}

/** A page: its title in the browser's tab, its heading, its content. */
export function PageLayout({ heading, title = heading, children }: PageProps) {
  const ref = usePageFocus<HTMLHeadingElement>(title);
  return (
    <Box>
      <Typography ref={ref} variant="h1" tabIndex={-1} sx={{ mb: 3, outline: 'none' }}>
        {heading}
      </Typography>
      {children}
    </Box>
  );
}
