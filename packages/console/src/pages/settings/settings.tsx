import { useParams } from 'react-router';
import { useUser } from '../../session/session.tsx';
import { LinkTabs } from '../../frame/link-tabs.tsx';
import { PageLayout } from '../../frame/page-layout.tsx';
import { NotFoundPage } from '../not-found.tsx';
import { ConsentAndBanners } from './consent-and-banners.tsx';
import { ConsoleMode } from './console-mode.tsx';
import { Password } from './password.tsx';
import { Tokens } from '../tokens/tokens.tsx';
import { Users } from '../users/users.tsx';

const sections = [
  { name: 'tokens', label: 'Personal access tokens', adminOnly: false, Content: Tokens },
  { name: 'password', label: 'Password', adminOnly: false, Content: Password },
  { name: 'mode', label: 'Mode', adminOnly: false, Content: ConsoleMode },
  { name: 'users', label: 'Users', adminOnly: true, Content: Users },
  { name: 'security', label: 'Consent and banners', adminOnly: true, Content: ConsentAndBanners },
];

/** Settings of the user, and of the platform for administrators. `/settings` shows the first section. */
export function SettingsPage() {
  const { section: asked = 'tokens' } = useParams();
  const { roles = [] } = useUser();
  const here = sections.find(({ name }) => name === asked);
  if (here === undefined) return <NotFoundPage />;

  // A link to a section without permission shows the platform's own refusal.
  const offered = sections.filter(
    (section) => !section.adminOnly || roles.includes('admin') || section === here,
  );
  return (
    <PageLayout heading="Settings" title={`${here.label} · Settings`}>
      <LinkTabs label="Settings" base="/settings" tabs={offered} here={here.name}>
        <here.Content key={here.name} />
      </LinkTabs>
    </PageLayout>
  );
}
