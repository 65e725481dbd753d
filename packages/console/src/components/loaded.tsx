import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import type { Loaded as LoadedAnswer } from '../api/use-answer.ts';
import { AccessDenied } from '../frame/access-denied.tsx';
import { ErrorAlert } from './error-alert.tsx';

interface LoadedProps<T> {
  answer: LoadedAnswer<T>;
  onRetry: () => void;
  /** Content for a missing resource. */
  missing?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows loaded data, or the state instead: loading, denied, missing, failed. */
export function Loaded<T>({ answer, onRetry, missing, children }: LoadedProps<T>) {
  switch (answer.kind) {
    case 'ok':
      return children(answer.data);
    case 'denied':
      return <AccessDenied level="h2" />;
    case 'missing':
      return missing ?? <ErrorAlert message="The platform does not offer this." onRetry={onRetry} />;
    case 'failed':
      return <ErrorAlert message={answer.message} onRetry={onRetry} />;
    case 'loading':
    case 'signed-out':
      return (
        <Stack role="status" aria-label="Loading" spacing={1}>
          <Skeleton variant="rounded" height={44} />
          <Skeleton variant="rounded" height={44} />
          <Skeleton variant="rounded" height={44} width="70%" />
        </Stack>
      );
  }
}
