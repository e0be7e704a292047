/** All importers, the most particular first: a pasted text goes to the first one that says "mine". */
import type { Importer } from './importer.ts';
import { jsonCanvas } from './jsonCanvas.ts';
import { markdownOutline } from './markdownOutline.ts';
import { plainLines } from './plainLines.ts';
import { commaTable, tabTable } from './tables.ts';

export const IMPORTERS: readonly Importer[] = [jsonCanvas, tabTable, commaTable, markdownOutline, plainLines];
