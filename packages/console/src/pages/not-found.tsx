import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { PageLayout } from '../frame/page-layout.tsx';

/** The page for an unknown address. */
export function NotFoundPage() {
  return (
    <PageLayout heading="Page not found">
      <Typography color="textSecondary">
        The console has no page at this address.{' '}
        <Link component={RouterLink} to="/">
          Go to Home
        </Link>
      </Typography>
    </PageLayout>
  );
}
