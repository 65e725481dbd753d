import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';

/** A whole window that waits, or the part of it that a page has. */
export function Waiting({ label }: { label: string }) {
  return (
    <Box role="status" sx={{ minHeight: 'var(--room)', display: 'grid', placeItems: 'center' }}>
      <CircularProgress aria-label={label} />
    </Box>
  );
}
