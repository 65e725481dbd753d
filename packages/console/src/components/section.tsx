import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';

/** What was just done. An object of its own each time, so that doing the same twice is said twice. */
export interface Notice {
  text: string;
  /** The row whose button was pressed is gone: the heading takes the focus instead. */
  opener: 'stays' | 'gone';
}

interface SectionProps {
  heading: string;
  /** What can be started here, beside the heading. */
  action?: ReactNode;
  notice?: Notice | null;
  children: ReactNode;
}

/** A part of a page with a heading of its own, and a place to say what was done in it. */
export function Section({ heading, action, notice = null, children }: SectionProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (notice?.opener === 'gone') title.current?.focus();
  }, [notice]);

  return (
    <Box component="section" aria-labelledby={id}>
      <Stack
        direction="row"
        sx={{ mb: 2, gap: 2, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}
      >
        <Typography ref={title} id={id} variant="h2" tabIndex={-1} sx={{ outline: 'none' }}>
          {heading}
        </Typography>
        {action}
      </Stack>
      {/* Always there: a screen reader speaks what appears in it. */}
      <Box role="status">
        {notice !== null && (
          <Alert severity="success" role="presentation" sx={{ mb: 2 }}>
            {notice.text}
          </Alert>
        )}
      </Box>
      {children}
    </Box>
  );
}
