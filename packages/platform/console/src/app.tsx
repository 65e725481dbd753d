import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { createBrowserRouter, Navigate } from 'react-router';
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
import { SessionProvider } from './session.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';

const router = createBrowserRouter([
  { path: '/login', element: <LoginPage />, errorElement: <CrashPage /> },
  {
    path: '/',
    element: <Shell />,
    errorElement: <CrashPage />,
    children: [
      { index: true, element: <HomePage /> },
      { path: 'models', element: <ModelsPage /> },
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
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

/** The whole console: theme, session, pages. */
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
