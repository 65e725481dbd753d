import Box from '@mui/material/Box';
import { AccessDenied } from '../shell/access-denied.tsx';
import { usePageFocus } from '../shell/page-focus.ts';

/** Stands in the place of a page the platform refused to fill. */
export function DeniedPage() {
  const page = usePageFocus<HTMLDivElement>('Access denied');
  return (
    <Box ref={page} tabIndex={-1} sx={{ outline: 'none' }}>
      <AccessDenied level="h1" />
    </Box>
  );
}
