import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { returnPath } from '../session/return-path.ts';
import { useSession } from '../session/session.tsx';
import { noteSession } from '../session/session-hint.ts';
import { usePageFocus } from '../frame/page-focus.ts';
import { Standalone } from '../frame/standalone.tsx';
import { Waiting } from '../components/waiting.tsx';
import { signInArrived, signInPath, startSignIn } from '../session/sign-in-start.ts';
import { LoginForm } from './login-form.tsx';
import { UnreachablePage } from './unreachable.tsx';

/** The login page: redirects to the provider, and shows the form when the provider asks for credentials. */
export function LoginPage() {
  const { session, retry } = useSession();
  const [query] = useSearchParams();
  const interaction = query.get('interaction');
  const path = returnPath(query.get('redirect_uri'));

  switch (session.kind) {
    case 'loading':
    case 'leaving':
      return <Waiting label="Loading the sign-in" />;
    case 'failed':
      return <UnreachablePage message={session.message} onRetry={retry} />;
    case 'signed-in':
      return <Navigate to={path} replace />;
    case 'signed-out':
      return interaction === null ? <StartSignIn path={path} /> : <SignIn interaction={interaction} />;
  }
}

function SignIn({ interaction }: { interaction: string }) {
  const heading = usePageFocus<HTMLHeadingElement>('Sign In');
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    signInArrived();
    noteSession('none');
  }, []);
  if (refused) return <StartSignIn path={returnPath(signInPath())} />;
  return (
    <Standalone>
      <Typography
        ref={heading}
        variant="h1"
        tabIndex={-1}
        sx={{ mb: 3, outline: 'none', textAlign: 'center' }}
      >
        Sign In
      </Typography>
      <LoginForm interaction={interaction} onExpired={() => setRefused(true)} />
    </Standalone>
  );
}

/** Redirects to the provider; after several failed attempts, stops with a message. */
function StartSignIn({ path }: { path: string }) {
  const [stuck, setStuck] = useState(false);
  useEffect(() => {
    setStuck(!startSignIn(path));
  }, [path]);

  if (!stuck) return <Waiting label="Going to the sign-in" />;
  const again = () => {
    signInArrived();
    startSignIn(path);
  };
  return (
    <Standalone>
      <Typography variant="h1" sx={{ mb: 3 }}>
        Sign-in does not last
      </Typography>
      <Alert severity="error" sx={{ mb: 2 }}>
        The platform signed you in, but the browser did not keep the session. Allow cookies for this site, and
        open it under the address the platform is set up for.
      </Alert>
      <Button variant="contained" onClick={again}>
        Try again
      </Button>
    </Standalone>
  );
}
