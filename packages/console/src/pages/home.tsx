import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import CardContent from '@mui/material/CardContent';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { healthAnswer } from '../api/answers.ts';
import { useUser } from '../session/session.tsx';
import { entriesFor } from '../frame/entries.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageLayout } from '../frame/page-layout.tsx';
import { useAnswer } from '../api/use-answer.ts';

/** The home page: what is running, and quick links. */
export function HomePage() {
  return (
    <PageLayout heading="Home">
      <Stack spacing={4}>
        <Updates />
        <QuickLinks />
      </Stack>
    </PageLayout>
  );
}

function Updates() {
  const [health, again] = useAnswer('/auth/health', healthAnswer);
  return (
    <Card component="section" aria-labelledby="updates">
      <CardContent sx={{ p: 3 }}>
        <Typography id="updates" variant="h2" sx={{ mb: 2 }}>
          Updates
        </Typography>
        <Loaded answer={health} onRetry={again}>
          {({ version, status }) => (
            <Box>
              <Typography variant="h3" color="textSecondary" sx={{ mb: 0.5 }}>
                Latest Release
              </Typography>
              <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
                <Typography sx={{ fontSize: '1.6rem', fontWeight: 650 }}>
                  {version ? `Version ${version}` : 'Version unknown'}
                </Typography>
                <Chip
                  label={status}
                  size="small"
                  variant="outlined"
                  color={status === 'healthy' ? 'primary' : 'warning'}
                />
              </Stack>
            </Box>
          )}
        </Loaded>
      </CardContent>
    </Card>
  );
}

function QuickLinks() {
  const { roles = [] } = useUser();
  const links = entriesFor(roles).filter(({ path }) => path !== '/');
  return (
    <Box component="section" aria-labelledby="quick-links">
      <Typography id="quick-links" variant="h2" sx={{ mb: 2 }}>
        Quick links
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))' }}>
        {links.map(({ label, path, about, Icon }) => (
          <Card key={path}>
            <CardActionArea component={Link} to={path} sx={{ height: '100%', p: 2.5 }}>
              <Icon color="primary" />
              <Typography variant="h3" sx={{ mt: 1, mb: 0.5 }}>
                {label}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {about}
              </Typography>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </Box>
  );
}
