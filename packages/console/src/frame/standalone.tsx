import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Wordmark } from './wordmark.tsx';

/** A page without the shell: the sign-in form, or an error at start. */
export function Standalone({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        minHeight: 'var(--room)',
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 4,
        p: 2,
      }}
    >
      <Box component="header">
        <Wordmark />
      </Box>
      <Paper component="main" variant="outlined" sx={{ width: 'min(420px, calc(100vw - 32px))', p: 4 }}>
        {children}
      </Paper>
    </Box>
  );
}
