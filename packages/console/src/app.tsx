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
import { NotFoundPage } from './pages/not-found.tsx';
import { WorkroomsPage } from './pages/workrooms.tsx';
import { SecurityProvider } from './session/security.tsx';
import { SessionProvider } from './session/session.tsx';
import { Shell } from './frame/shell.tsx';
import { Waiting } from './components/waiting.tsx';
import { theme } from './theme.ts';

// The settings forms are half of the console's code, and few visits need them.
const SettingsPage = lazy(async () => {
  const { SettingsPage: page } = await import('./pages/settings/settings.tsx');
  return { default: page };
});

// The same holds for the model engine.
const ModelsPage = lazy(async () => {
  const { ModelsPage: page } = await import('./pages/models/models.tsx');
  return { default: page };
});
const ModelPage = lazy(async () => {
  const { ModelPage: page } = await import('./pages/models/model.tsx');
  return { default: page };
});
const ChatPage = lazy(async () => {
  const { ChatPage: page } = await import('./pages/chat/chat.tsx');
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
          {
            path: 'models',
            element: (
              <Suspense fallback={<Waiting label="Loading the models" />}>
                <Outlet />
              </Suspense>
            ),
            children: [
              { index: true, element: <ModelsPage /> },
              { path: ':id', element: <ModelPage /> },
              { path: 'chat/:id', element: <ChatPage /> },
            ],
          },
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
