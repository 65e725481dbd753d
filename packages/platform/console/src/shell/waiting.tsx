import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';

/** A whole window that waits. */
export function Waiting({ label }: { label: string }) {
  return (
    <Box role="status" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center' }}>
      <CircularProgress aria-label={label} />
    </Box>
  );
}
