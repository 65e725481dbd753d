import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Toolbar from '@mui/material/Toolbar';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { UnreachablePage } from '../pages/unreachable.tsx';
import { useSession } from '../session/session.tsx';
import { Header } from './header.tsx';
import { Sidebar } from './sidebar.tsx';
import { Waiting } from '../components/waiting.tsx';

/** The frame of every page behind the sign-in. Without a session it redirects to the sign-in and back. */
export function Shell() {
  const { session, signOut, retry } = useSession();
  const { pathname, search, hash } = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  switch (session.kind) {
    case 'loading':
      return <Waiting label="Loading the console" />;
    case 'leaving':
      return <Waiting label="Signing out" />;
    case 'failed':
      return <UnreachablePage message={session.message} onRetry={retry} />;
    case 'signed-out':
      return <Navigate to={`/login?redirect_uri=${encodeURIComponent(pathname + search + hash)}`} replace />;
    case 'signed-in':
      return (
        <Box sx={{ display: 'flex', minHeight: 'var(--room)' }}>
          <SkipLink />
          <Header
            username={session.user.username}
            onSignOut={() => void signOut().then(setProblem)}
            onMenu={() => setMenuOpen(true)}
          />
          <Sidebar open={menuOpen} onClose={() => setMenuOpen(false)} />
          <Box component="main" id="content" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, outline: 'none' }}>
            <Toolbar />
            <Box sx={{ p: { xs: 2, md: 4 }, maxWidth: 1200 }}>
              {problem !== null && (
                <Alert severity="error" onClose={() => setProblem(null)} sx={{ mb: 3 }}>
                  You are still signed in. {problem}
                </Alert>
              )}
              <Outlet />
            </Box>
          </Box>
        </Box>
      );
  }
}

function SkipLink() {
  return (
    <Link
      href="#content"
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        borderRadius: 1,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        '&:not(:focus)': { transform: 'translateY(-200%)' },
      }}
      onClick={(event) => {
        // The address stays the page's own; only the focus moves.
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      Skip to content
    </Link>
  );
}
