import { Outlet, useLocation, useOutletContext } from 'react-router';
import { runningNodesAnswer } from '../api/answers.ts';
import type { RunningNode } from '../api/answers.ts';
import { LinkTabs } from '../frame/link-tabs.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageLayout } from '../frame/page-layout.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { DeniedPage } from './denied.tsx';
import { NotFoundPage } from './not-found.tsx';

const tabs = [
  { name: 'home', label: 'Home' },
  { name: 'nodes', label: 'Nodes' },
  { name: 'users', label: 'Users' },
];

/** The pages about the cluster. They load the nodes first, and are denied to users who may not see them. */
export function ClusterPage() {
  const [nodes, again] = useAnswer('/cluster/get_running_nodes', runningNodesAnswer);
  const here = useLocation().pathname.split('/')[2] ?? 'home';
  const tab = tabs.find(({ name }) => name === here);
  if (nodes.kind === 'denied') return <DeniedPage />;
  if (tab === undefined) return <NotFoundPage />;
  return (
    <PageLayout heading="Cluster" title={tab.name === 'home' ? 'Cluster' : `${tab.label} · Cluster`}>
      <LinkTabs label="Cluster" base="/cluster" tabs={tabs} here={tab.name}>
        <Loaded answer={nodes} onRetry={again}>
          {(rows) => <Outlet context={rows} />}
        </Loaded>
      </LinkTabs>
    </PageLayout>
  );
}

/** The running nodes, for the pages inside {@link ClusterPage}. */
export function useRunningNodes(): RunningNode[] {
  return useOutletContext<RunningNode[]>();
}
