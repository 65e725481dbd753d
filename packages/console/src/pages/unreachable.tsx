import Typography from '@mui/material/Typography';
import { ErrorAlert } from '../components/error-alert.tsx';
import { usePageFocus } from '../frame/page-focus.ts';
import { Standalone } from '../frame/standalone.tsx';

/** The page shown when the platform cannot be reached. */
export function UnreachablePage({ message, onRetry }: { message: string; onRetry: () => void }) {
  const heading = usePageFocus<HTMLHeadingElement>('Not available');
  return (
    <Standalone>
      <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ mb: 3, outline: 'none' }}>
        Not available
      </Typography>
      <ErrorAlert message={message} onRetry={onRetry} />
    </Standalone>
  );
}
