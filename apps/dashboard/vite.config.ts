import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // Everything is a file of its own: the page may run no inline script and style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // `pnpm dev` beside a running clarity-keep-server.
  server: { proxy: { '/trpc': 'http://127.0.0.1:8788' } },
});
