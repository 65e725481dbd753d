import Box from '@mui/material/Box';
import { AccessDenied } from '../frame/access-denied.tsx';
import { usePageFocus } from '../frame/page-focus.ts';

/** Stands in the place of a page the platform refused to fill. */
export function DeniedPage() {
  const page = usePageFocus<HTMLDivElement>('Access denied');
  return (
    <Box ref={page} tabIndex={-1} sx={{ outline: 'none' }}>
      <AccessDenied level="h1" />
    </Box>
  );
}
