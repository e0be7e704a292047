/** All exporters, in the menu's order. PNG is drawn by the renderer, from the same board as the SVG. */
import { boardSvg } from './boardSvg.ts';
import { canvasExport } from './canvasExport.ts';
import type { Exporter } from './exporter.ts';
import { ideaTable } from './ideaTable.ts';
import { report } from './report.ts';
import { reportPage } from './reportPage.ts';

export const EXPORTERS: readonly Exporter[] = [reportPage, report, canvasExport, ideaTable, boardSvg];
