import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { Page } from '../frame/page.tsx';

/** The page for an unknown address. */
export function NotFoundPage() {
  return (
    <Page heading="Page not found">
      <Typography color="textSecondary">
        The console has no page at this address.{' '}
        <Link component={RouterLink} to="/">
          Go to Home
        </Link>
      </Typography>
    </Page>
  );
}
