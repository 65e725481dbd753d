import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ActivityPage } from './pages/activity.tsx';
import { ClusterHome } from './pages/cluster-home.tsx';
import { ClusterNodes } from './pages/cluster-nodes.tsx';
import { ClusterUsers } from './pages/cluster-users.tsx';
import { ClusterPage } from './pages/cluster.tsx';
import { CrashPage } from './pages/crash.tsx';
import { HomePage } from './pages/home.tsx';
import { LoginPage } from './pages/login.tsx';
import { ModelsPage } from './pages/models.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { WorkroomsPage } from './pages/workrooms.tsx';
import { SecurityProvider } from './security.tsx';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell/shell.tsx';
import { Waiting } from './shell/waiting.tsx';
import { theme } from './theme.ts';

// The forms of the settings are half of the console's own code, and few visits need them.
const SettingsPage = lazy(async () => {
  const { SettingsPage: page } = await import('./pages/settings/settings.tsx');
  return { default: page };
});

const router = createBrowserRouter([
  {
    element: (
      <SecurityProvider>
        <Outlet />
      </SecurityProvider>
    ),
    errorElement: <CrashPage />,
    children: [
      { path: '/login', element: <LoginPage /> },
      {
        path: '/',
        element: <Shell />,
        children: [
          { index: true, element: <HomePage /> },
          { path: 'models', element: <ModelsPage /> },
          { path: 'workrooms', element: <WorkroomsPage /> },
          { path: 'activity', element: <ActivityPage /> },
          {
            path: 'cluster',
            element: <ClusterPage />,
            children: [
              { index: true, element: <Navigate to="/cluster/home" replace /> },
              { path: 'home', element: <ClusterHome /> },
              { path: 'nodes', element: <ClusterNodes /> },
              { path: 'users', element: <ClusterUsers /> },
            ],
          },
          {
            path: 'settings/:section?',
            element: (
              <Suspense fallback={<Waiting label="Loading the settings" />}>
                <SettingsPage />
              </Suspense>
            ),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);

/** The whole console: theme, session, consent gate and banners, pages. */
export function App() {
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </ThemeProvider>
  );
}
