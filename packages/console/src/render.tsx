import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root" to show the console in.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
