import AppBar from '@mui/material/AppBar';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import { MenuIcon } from './icons.tsx';
import { Wordmark } from './wordmark.tsx';

interface HeaderProps {
  username: string;
  onSignOut: () => void;
  onMenu: () => void;
}

/** The bar on top of every page. */
export function Header({ username, onSignOut, onMenu }: HeaderProps) {
  return (
    <AppBar
      position="fixed"
      elevation={0}
      color="default"
      // Above the sidebar, which has the whole height of the window.
      sx={{
        top: 'var(--banner-top)',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        zIndex: ({ zIndex }) => zIndex.drawer + 1,
      }}
    >
      <Toolbar sx={{ gap: 1.5 }}>
        <IconButton
          aria-label="Open navigation"
          edge="start"
          color="inherit"
          onClick={onMenu}
          sx={{ display: { md: 'none' } }}
        >
          <MenuIcon />
        </IconButton>
        <Link component={RouterLink} to="/" underline="none" aria-label="KAMIWAZA home">
          <Wordmark />
        </Link>
        <Box sx={{ flexGrow: 1 }} />
        <Typography noWrap sx={{ display: { xs: 'none', sm: 'block' } }}>
          Welcome, {username}
        </Typography>
        <AccountMenu username={username} onSignOut={onSignOut} />
      </Toolbar>
    </AppBar>
  );
}
