import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Deployment } from '../../api/model-answers.ts';
import { useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { DeploymentDetails } from './deployment-details.tsx';
import { DeploymentLogs } from './deployment-logs.tsx';
import { DeploymentStatus } from './deployment-status.tsx';
import { EndDeployment } from './end-deployment.tsx';
import { deploymentName, hostOf, portOf } from './deployment-text.ts';
import { EndButton, InsightButtons, OpenChat } from './deployment-buttons.tsx';
import { mayDeploy } from '../models/may.ts';
import type { LoadedDeployments } from './use-deployments.ts';

type Open = { kind: 'nothing' } | { kind: 'details' | 'logs' | 'end'; deployment: Deployment };

/** "Model Deployments": all deployments, active, ended and failed. */
export function Deployments({ deployments, again }: LoadedDeployments) {
  const { roles = [] } = useUser();
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [notice, setNotice] = useState<Notice | null>(null);

  const start = (kind: 'details' | 'logs' | 'end', deployment: Deployment) => {
    setNotice(null);
    setOpen({ kind, deployment });
  };
  const close = () => setOpen({ kind: 'nothing' });
  const current = deployments.kind === 'ok' ? deployments.data : [];
  // An open dialog follows the state of its deployment.
  const shown = (one: Deployment) => current.find(({ id }) => id === one.id) ?? one;

  const ends = {
    title: 'Stop',
    cell: (deployment: Deployment) => (
      <EndButton deployment={deployment} onEnd={() => start('end', deployment)} />
    ),
  };
  return (
    <Section heading="Model Deployments" notice={notice}>
      <Loaded answer={deployments} onRetry={again}>
        {(rows) => (
          <DataTable
            label="Model Deployments"
            rows={rows}
            rowKey={({ id }) => id}
            empty="Nothing is deployed"
            columns={[
              { title: 'Model Name', cell: (deployment) => <NameAndConfig deployment={deployment} /> },
              { title: 'Status', cell: (deployment) => <DeploymentStatus deployment={deployment} /> },
              { title: 'Host', cell: hostOf },
              { title: 'Port', cell: portOf },
              { title: 'Open API', cell: (deployment) => <OpenChat deployment={deployment} /> },
              {
                title: 'Details',
                cell: (deployment) => (
                  <InsightButtons
                    deployment={deployment}
                    onDetails={() => start('details', deployment)}
                    onLogs={() => start('logs', deployment)}
                  />
                ),
              },
              ...(mayDeploy(roles) ? [ends] : []),
            ]}
          />
        )}
      </Loaded>
      {open.kind === 'details' && <DeploymentDetails deployment={shown(open.deployment)} onClose={close} />}
      {open.kind === 'logs' && <DeploymentLogs deployment={open.deployment} onClose={close} />}
      {open.kind === 'end' && (
        <EndDeployment
          deployment={open.deployment}
          onClose={close}
          onEnded={(text) => {
            close();
            setNotice({ text, opener: 'gone' });
            again();
          }}
        />
      )}
    </Section>
  );
}

/** A model may be deployed several times; the configuration distinguishes them. */
function NameAndConfig({ deployment }: { deployment: Deployment }) {
  return (
    <>
      {deploymentName(deployment)}
      {deployment.m_config_name && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {deployment.m_config_name}
        </Typography>
      )}
    </>
  );
}
