import './app/start';
import './app/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { styleNonce } from './app/page';
import { allowStyleSheetsOnly } from './app/trust';

allowStyleSheetsOnly();
// By this name the lock of the page behind a dialogue looks for it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no place for the application.');
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
