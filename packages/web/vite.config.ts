import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/web/',
  plugins: [react(), tailwindcss()],
  // Everything is a file of its own: the page's content security policy allows no data: scripts or styles.
  build: { assetsInlineLimit: 0, target: 'es2023' },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080', '/storage': 'http://127.0.0.1:8080' } },
});
