import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// What decides whether to sign in, the console, and a bundle each for what few visits need; smaller pieces would only add
// round trips.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2024', chunkSizeWarningLimit: 1500, reportCompressedSize: false },
});
