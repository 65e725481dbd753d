import { activityAnswer } from '../api/answers.ts';
import { DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageLayout } from '../frame/page-layout.tsx';
import { When } from '../components/when.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { DeniedPage } from './denied.tsx';

/** Who did what on this platform, and when. */
export function ActivityPage() {
  const [activity, again] = useAnswer('/activity/activities/', activityAnswer);
  if (activity.kind === 'denied') return <DeniedPage />;
  return (
    <PageLayout heading="Activity">
      <Loaded answer={activity} onRetry={again}>
        {(rows) => (
          <DataTable
            label="Activity"
            rows={rows}
            empty="No activity yet"
            columns={[
              { title: 'When', cell: ({ created_at }) => <When instant={created_at} /> },
              { title: 'User', cell: ({ username, user_id }) => username ?? user_id ?? '–' },
              { title: 'Module', cell: ({ module }) => module ?? '–' },
              { title: 'Action', cell: ({ action }) => action ?? '–' },
              { title: 'Target', cell: ({ target }) => target ?? '–' },
              { title: 'API call', cell: ({ apicall }) => apicall ?? '–' },
            ]}
          />
        )}
      </Loaded>
    </PageLayout>
  );
}
