import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Chunks: the sign-in check, the console, and one for each rarely used part. Smaller ones would only add
// round trips.
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2024', chunkSizeWarningLimit: 1500, reportCompressedSize: false },
});
