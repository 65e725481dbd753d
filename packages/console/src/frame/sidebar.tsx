import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Toolbar from '@mui/material/Toolbar';
import { Link, useLocation } from 'react-router';
import { useUser } from '../session/session.tsx';
import { entriesFor } from './entries.ts';

export const sidebarWidth = 232;

interface SidebarProps {
  /** Whether the drawer of a narrow window is open. */
  open: boolean;
  onClose: () => void;
}

/** Navigation: permanent in a wide window, a drawer in a narrow one. */
export function Sidebar({ open, onClose }: SidebarProps) {
  const paper = {
    '& .MuiDrawer-paper': {
      width: sidebarWidth,
      top: 'var(--banner-top)',
      height: 'var(--room)',
      bgcolor: 'background.paper',
    },
  };
  return (
    <Box sx={{ width: { md: sidebarWidth }, flexShrink: 0 }}>
      <Drawer variant="permanent" sx={{ display: { xs: 'none', md: 'block' }, ...paper }}>
        <Toolbar />
        <Entries />
      </Drawer>
      <Drawer
        variant="temporary"
        open={open}
        onClose={onClose}
        slotProps={{ paper: { 'aria-label': 'Navigation' } }}
        sx={{ display: { md: 'none' }, ...paper }}
      >
        <Toolbar />
        <Entries onFollow={onClose} />
      </Drawer>
    </Box>
  );
}

function Entries({ onFollow }: { onFollow?: () => void }) {
  const { roles = [] } = useUser();
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label="Main" sx={{ px: 1.5, py: 1 }}>
      <List>
        {entriesFor(roles).map(({ label, path, within, Icon }) => {
          const here = path === '/' ? pathname === '/' : pathname.startsWith(within);
          return (
            <ListItem key={path} disablePadding sx={{ mb: 0.5 }}>
              <ListItemButton
                component={Link}
                to={path}
                selected={here}
                {...(here ? { 'aria-current': 'page' } : {})}
                {...(onFollow === undefined ? {} : { onClick: onFollow })}
                sx={{ borderRadius: 1, '&.Mui-selected': { color: 'primary.main' } }}
              >
                <ListItemIcon sx={{ minWidth: 40, color: 'inherit' }}>
                  <Icon fontSize="small" />
                </ListItemIcon>
                <ListItemText primary={label} />
              </ListItemButton>
            </ListItem>
          );
        })}
      </List>
    </Box>
  );
}
