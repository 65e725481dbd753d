import Box from '@mui/material/Box';
import { AccessDenied } from '../frame/access-denied.tsx';
import { usePageFocus } from '../frame/page-focus.ts';

/** Replaces a page whose data the platform refused. */
export function DeniedPage() {
  const page = usePageFocus<HTMLDivElement>('Access denied');
  return (
    <Box ref={page} tabIndex={-1} sx={{ outline: 'none' }}>
      <AccessDenied level="h1" />
    </Box>
  );
}
