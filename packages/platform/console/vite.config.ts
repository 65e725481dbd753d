import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One bundle: the console is served from the same machine, so splitting it would only add round trips.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2024', chunkSizeWarningLimit: 1500, reportCompressedSize: false },
});
