import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// One bundle for the first load, and one for the settings; smaller pieces would only add round trips.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2024', chunkSizeWarningLimit: 1500, reportCompressedSize: false },
});
