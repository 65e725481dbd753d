import { workroomsAnswer } from '../api/answers.ts';
import { DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageLayout } from '../frame/page-layout.tsx';
import { When } from '../components/when.tsx';
import { useAnswer } from '../api/use-answer.ts';
import { DeniedPage } from './denied.tsx';

/** The workrooms of the user. */
export function WorkroomsPage() {
  const [workrooms, again] = useAnswer('/workrooms/', workroomsAnswer);
  if (workrooms.kind === 'denied') return <DeniedPage />;
  return (
    <PageLayout heading="Your Workrooms" title="Workrooms">
      <Loaded answer={workrooms} onRetry={again}>
        {({ items }) => (
          <DataTable
            label="Your Workrooms"
            rows={items}
            rowKey={({ id }) => id}
            empty="No workrooms yet"
            columns={[
              { title: 'Title', cell: ({ name }) => name },
              { title: 'Classification', cell: ({ classification }) => classification ?? '–' },
              { title: 'Your role', cell: ({ membership_role }) => membership_role ?? '–' },
              { title: 'Members', cell: ({ member_count }) => member_count ?? '–' },
              { title: 'Created', cell: ({ created_at }) => <When instant={created_at} /> },
            ]}
          />
        )}
      </Loaded>
    </PageLayout>
  );
}
