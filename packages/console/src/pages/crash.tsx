import Typography from '@mui/material/Typography';
import { ErrorAlert } from '../components/error-alert.tsx';
import { usePageFocus } from '../frame/page-focus.ts';
import { Standalone } from '../frame/standalone.tsx';

/** The page shown when rendering fails. */
export function CrashPage() {
  const heading = usePageFocus<HTMLHeadingElement>('Something went wrong');
  return (
    <Standalone>
      <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ mb: 3, outline: 'none' }}>
        Something went wrong
      </Typography>
      <ErrorAlert message="The console could not show this page." onRetry={() => location.reload()} />
    </Standalone>
  );
}
