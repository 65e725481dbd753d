import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Link, Outlet, useLocation, useOutletContext } from 'react-router';
import { runningNodesAnswer } from '../answers.ts';
import type { RunningNode } from '../answers.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useAnswer } from '../use-answer.ts';
import { DeniedPage } from './denied.tsx';
import { NotFoundPage } from './not-found.tsx';

const tabs = [
  { name: 'home', label: 'Home' },
  { name: 'nodes', label: 'Nodes' },
  { name: 'users', label: 'Users' },
];

/** The pages about the cluster. The platform is asked for its nodes first: who may not see them sees none of this. */
export function ClusterPage() {
  const [nodes, again] = useAnswer('/cluster/get_running_nodes', runningNodesAnswer);
  const here = useLocation().pathname.split('/')[2] ?? 'home';
  const tab = tabs.find(({ name }) => name === here);
  if (nodes.kind === 'denied') return <DeniedPage />;
  if (tab === undefined) return <NotFoundPage />;
  return (
    <Page heading="Cluster" title={tab.name === 'home' ? 'Cluster' : `${tab.label} · Cluster`}>
      <Tabs value={tab.name} aria-label="Cluster" sx={{ mb: 3, borderBottom: 1, borderColor: 'divider' }}>
        {tabs.map(({ name, label }) => (
          <Tab
            key={name}
            value={name}
            label={label}
            id={`cluster-tab-${name}`}
            component={Link}
            to={`/cluster/${name}`}
            {...(name === tab.name ? { 'aria-controls': 'cluster-panel' } : {})}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="cluster-panel" aria-labelledby={`cluster-tab-${tab.name}`}>
        <Loaded answer={nodes} onRetry={again}>
          {(rows) => <Outlet context={rows} />}
        </Loaded>
      </Box>
    </Page>
  );
}

/** The nodes that run now, for the pages inside {@link ClusterPage}. */
export function useRunningNodes(): RunningNode[] {
  return useOutletContext<RunningNode[]>();
}
