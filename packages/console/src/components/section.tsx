import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';

/** The last action. A new object each time, so that a repeated action is announced again. */
export interface Notice {
  text: string;
  /** The row of the pressed button is gone: the heading takes the focus. */
  opener: 'stays' | 'gone';
}

interface SectionProps {
  heading: string;
  /** Buttons beside the heading. */
  action?: ReactNode;
  notice?: Notice | null;
  children: ReactNode;
}

/** A section of a page with a heading and a place to announce actions. */
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
