import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';

/** A loading indicator for the window or for a page. */
export function Waiting({ label }: { label: string }) {
  return (
    <Box role="status" sx={{ minHeight: 'var(--room)', display: 'grid', placeItems: 'center' }}>
      <CircularProgress aria-label={label} />
    </Box>
  );
}
