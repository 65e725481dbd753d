import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link, useParams } from 'react-router';
import { configsAnswer, modelAnswer } from '../../api/model-answers.ts';
import type { Model } from '../../api/model-answers.ts';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageLayout } from '../../frame/page-layout.tsx';
import { Section } from '../../components/section.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { useFresh } from '../../api/use-fresh.ts';
import { DeniedPage } from '../denied.tsx';
import { NotFoundPage } from '../not-found.tsx';
import { Deployments } from '../deployments/deployments.tsx';
import { ModelConfigs } from './model-configs.tsx';
import { ModelFiles } from './model-files.tsx';
import { modelText, sourceText } from './model-text.ts';
import { useDeployments } from '../deployments/use-deployments.ts';

/** `/models/{id}`: files, configurations and deployments of a model. */
export function ModelPage() {
  const { id = '' } = useParams();
  // Keyed by model, so that no state of one is left when the address changes to another.
  return <OneModel key={id} id={id} />;
}

function OneModel({ id }: { id: string }) {
  const path = `/models/${encodeURIComponent(id)}`;
  const [model, again] = useAnswer(path, modelAnswer);
  const configs = useAnswer(`${path}/configs`, configsAnswer);
  const deployments = useDeployments(id);
  useFresh(model, someFileMoves, again);

  if (model.kind === 'missing') return <NotFoundPage />;
  if (model.kind === 'denied') return <DeniedPage />;
  return (
    <PageLayout heading={model.kind === 'ok' ? modelText(model.data) : 'Model'}>
      <Stack spacing={5}>
        <Button component={Link} to="/models" variant="outlined" sx={{ alignSelf: 'flex-start' }}>
          Back to Model List
        </Button>
        <Loaded answer={model} onRetry={again}>
          {(found) => (
            <>
              <Details model={found} />
              <ModelFiles model={found} onStarted={again} />
              <ModelConfigs modelId={id} model={found} configs={configs} onDeployed={deployments.again} />
            </>
          )}
        </Loaded>
        <Deployments {...deployments} />
      </Stack>
    </PageLayout>
  );
}

function Details({ model }: { model: Model }) {
  return (
    <Section heading="Model Details">
      <Facts
        facts={{
          Name: model.name,
          'Source Repository': sourceText(model),
          Hub: model.hub,
          Private: model.private === true ? 'Yes' : 'No',
          Description: model.description,
        }}
      />
    </Section>
  );
}

const someFileMoves = ({ m_files = [] }: Model) => m_files.some((file) => file.is_downloading === true);
