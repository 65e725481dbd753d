import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';

/** The page for a 403. It reveals nothing about what is behind it. */
export function AccessDenied({ level }: { level: 'h1' | 'h2' }) {
  return (
    <Alert severity="warning" variant="outlined">
      <AlertTitle component={level} sx={{ fontSize: '1.1rem', fontWeight: 650, mt: '-2px' }}>
        Access denied
      </AlertTitle>
      Your role does not allow this page. Ask an administrator.
    </Alert>
  );
}
