import { describeMeshes } from '../simulation/meshContract.ts';

describeMeshes(6, 300);
