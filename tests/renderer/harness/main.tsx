/** Screens with made-up people, to look at: `?screen=library`. Not part of the product. */
import { createRoot } from 'react-dom/client';
import '../../../renderer/theme/theme.css';
import { followTheme } from '../../../renderer/theme/theme.ts';
import { screens } from './screens.tsx';

const params = new URLSearchParams(location.search);
followTheme(params.get('theme') === 'dark' ? 'dark' : 'light');
const root = document.getElementById('root') as HTMLElement;
createRoot(root).render(screens[params.get('screen') ?? 'library']?.(params) ?? <p>No such screen.</p>);
