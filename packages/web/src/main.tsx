import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FittingRoom } from './try-on/fitting-room.tsx';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <FittingRoom />
  </StrictMode>,
);
