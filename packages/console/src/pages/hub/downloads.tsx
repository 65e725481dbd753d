import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { changeAnswer } from '../../api/answers.ts';
import type { Download } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorAlert } from '../../components/error-alert.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { mayDownload } from '../models/may.ts';
import type { LoadedDownloads } from './use-downloads.ts';

/** Downloads in progress; renders nothing when there are none. */
export function Downloads({ downloads, again }: LoadedDownloads) {
  const { request } = useSession();
  const { roles = [] } = useUser();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const cancel = async ({ id, name }: Download) => {
    const answer = await request(`/model_files/${encodeURIComponent(id)}/download`, changeAnswer, {
      method: 'DELETE',
    });
    setProblem(
      answer.kind === 'ok'
        ? null
        : problemOf(answer, {
            denied: 'You may not cancel this download. Ask an administrator.',
            missing: `The download of ${name} is over.`,
          }),
    );
    if (answer.kind === 'ok') setNotice({ text: `The download of ${name} is cancelled.`, opener: 'gone' });
    again();
  };

  if (downloads.kind === 'failed') return <ErrorAlert message={downloads.message} onRetry={again} />;
  const running = downloads.kind === 'ok' ? downloads.data.filter((one) => one.is_downloading) : [];
  if (running.length === 0 && notice === null && problem === null) return null;
  return (
    <Section heading="Downloads" notice={notice}>
      {problem !== null && <ErrorAlert message={problem} onRetry={again} />}
      <DataTable
        label="Downloads"
        rows={running}
        rowKey={({ id }) => id}
        empty="Nothing is on its way"
        columns={[
          { title: 'File Name', cell: ({ name }) => name },
          { title: 'Progress', cell: (download) => <Progress download={download} /> },
          {
            title: 'Cancel',
            cell: (download) =>
              mayDownload(roles) && (
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={`Cancel the download of ${download.name}`}
                  onClick={() => void cancel(download)}
                >
                  Cancel
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Progress({ download }: { download: Download }) {
  const percentage = Math.min(100, Math.max(0, download.download_percentage ?? 0));
  const { download_throughput: pace, download_remaining: rest } = download;
  const facts = [`${percentage} %`, pace, rest && `${rest} left`].filter(Boolean).join(' · ');
  return (
    <Stack spacing={0.5} sx={{ minWidth: 160 }}>
      <LinearProgress variant="determinate" value={percentage} aria-label={`Download of ${download.name}`} />
      <Typography variant="body2" color="textSecondary">
        {facts}
      </Typography>
    </Stack>
  );
}
