import { describeMeshes } from './meshContract.ts';

describeMeshes(1, 5);
