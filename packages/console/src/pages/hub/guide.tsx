import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { guideAnswer } from '../../api/model-answers.ts';
import type { GuideEntry } from '../../api/model-answers.ts';
import { useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { useAnswer } from '../../api/use-answer.ts';
import { mayDeploy } from '../models/may.ts';
import { useOneClick } from './use-one-click.ts';

/** The hub for novices: a curated list of models, each deployed with one click. */
export function Guide({ onStarted }: { onStarted: () => void }) {
  const { roles = [] } = useUser();
  const oneClick = useOneClick();
  const [guide, again] = useAnswer('/guide/', guideAnswer);
  const [busy, setBusy] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const deploy = async (entry: GuideEntry) => {
    setNotice(null);
    setProblem(null);
    setBusy(entry.base_model_id);
    const wrong = await oneClick(entry, () => {
      setNotice({
        text: `${entry.name} is on its way; it is deployed when it is here. Stay on this page until then.`,
        opener: 'stays',
      });
      onStarted();
    });
    setBusy(null);
    setProblem(wrong);
    setNotice(wrong === null ? { text: `${entry.name} is being deployed.`, opener: 'stays' } : null);
    onStarted();
  };

  return (
    <Section heading="Recommended Models" notice={notice}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        These are known to run well here. To search the whole hub, switch to Advanced Mode in the{' '}
        <Link component={RouterLink} to="/settings/mode">
          settings
        </Link>
        .
      </Typography>
      {problem !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem}
        </Alert>
      )}
      <Loaded answer={guide} onRetry={again}>
        {(entries) => (
          <DataTable
            label="Recommended Models"
            rows={entries}
            rowKey={({ base_model_id }) => base_model_id}
            empty="The guide recommends nothing yet"
            columns={[
              { title: 'Model Name', cell: ({ name }) => name },
              { title: 'Use Case', cell: ({ use_case }) => [use_case].flat().join(', ') },
              { title: 'Size', cell: ({ size_category }) => size_category.replaceAll('_', ' ') },
              { title: 'Context', cell: ({ context_length }) => context_length },
              {
                title: 'Deploy',
                cell: (entry) =>
                  mayDeploy(roles) && (
                    <Button
                      size="small"
                      variant="contained"
                      aria-label={`Deploy ${entry.name}`}
                      loading={busy === entry.base_model_id}
                      disabled={busy !== null}
                      onClick={() => void deploy(entry)}
                    >
                      Deploy
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
