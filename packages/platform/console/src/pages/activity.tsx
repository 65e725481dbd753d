import { activityAnswer } from '../answers.ts';
import { DataTable } from '../shell/data-table.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { When } from '../shell/when.tsx';
import { useAnswer } from '../use-answer.ts';
import { DeniedPage } from './denied.tsx';

/** Who did what on this platform, and when. */
export function ActivityPage() {
  const [activity, again] = useAnswer('/activity/activities/', activityAnswer);
  if (activity.kind === 'denied') return <DeniedPage />;
  return (
    <Page heading="Activity">
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
    </Page>
  );
}
