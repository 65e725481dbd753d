import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link, useParams } from 'react-router';
import { deploymentAnswer } from '../../api/model-answers.ts';
import type { Deployment } from '../../api/model-answers.ts';
import { Loaded } from '../../components/loaded.tsx';
import { PageLayout } from '../../frame/page-layout.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { useFresh } from '../../api/use-fresh.ts';
import { DeniedPage } from '../denied.tsx';
import { phaseOf } from '../deployments/deployment-phase.ts';
import { deploymentName } from '../deployments/deployment-text.ts';
import { NotFoundPage } from '../not-found.tsx';
import { Conversation } from './conversation.tsx';

/** `/models/chat/{deployment}`: chat with a deployed model. */
export function ChatPage() {
  const { id = '' } = useParams();
  const [deployment, again] = useAnswer(`/serving/deployment/${encodeURIComponent(id)}`, deploymentAnswer);
  useFresh(deployment, starts, again);
  if (deployment.kind === 'missing') return <NotFoundPage />;
  if (deployment.kind === 'denied') return <DeniedPage />;

  const heading = deployment.kind === 'ok' ? `Chat with ${deploymentName(deployment.data)}` : 'Chat';
  return (
    <PageLayout heading={heading}>
      <Stack spacing={3}>
        <Button component={Link} to="/models" variant="outlined" sx={{ alignSelf: 'flex-start' }}>
          Back to Model List
        </Button>
        <Loaded answer={deployment} onRetry={again}>
          {(found) =>
            phaseOf(found) === 'serving' ? (
              // A conversation must not leak into another model's.
              <Conversation key={found.id} deployment={found} />
            ) : (
              <Alert severity="info">
                {phaseOf(found) === 'starting'
                  ? 'The model is not ready yet.'
                  : 'The model no longer runs. Deploy it again to talk with it.'}
              </Alert>
            )
          }
        </Loaded>
      </Stack>
    </PageLayout>
  );
}

const starts = (deployment: Deployment) => phaseOf(deployment) === 'starting';
