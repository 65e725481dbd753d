import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface LinkTab {
  /** Last part of the tab's address. */
  name: string;
  label: string;
}

interface LinkTabsProps {
  /** Accessible name of the tabs. */
  label: string;
  /** Address that the tabs' names are added to. */
  base: string;
  tabs: LinkTab[];
  /** Name of the tab that is shown. */
  here: string;
  children: ReactNode;
}

/** Tabs with an address each, and the panel of the selected one. */
export function LinkTabs({ label, base, tabs, here, children }: LinkTabsProps) {
  const id = base.slice(1);
  return (
    <>
      <Tabs
        value={here}
        aria-label={label}
        variant="scrollable"
        scrollButtons="auto"
        allowScrollButtonsMobile
        sx={{ mb: 3, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.name}
            value={tab.name}
            label={tab.label}
            id={`${id}-tab-${tab.name}`}
            component={Link}
            to={`${base}/${tab.name}`}
            {...(tab.name === here ? { 'aria-controls': `${id}-panel` } : {})}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${here}`}>
        {children}
      </Box>
    </>
  );
}
