import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The files lie under /assets/, like all that never changes under its name; the page itself is filled in by the server.
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { outDir: 'dist', assetsDir: 'assets', assetsInlineLimit: 0, target: 'es2022', rolldownOptions: { input: 'page.html' }, modulePreload: { polyfill: false } },
  test: { restoreMocks: true, setupFiles: 'src/jsdom.setup.ts' },
  server: { proxy: { '/api': 'http://localhost:8080' } },
});
