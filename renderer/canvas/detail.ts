/** How much of a sheet is shown at a zoom (see the look: anatomy of an idea). */

/** full: all of it · text: without the foot · words: first words and number · cut: sheet, cut, roots' letters · mark */
export type Detail = 'full' | 'text' | 'words' | 'cut' | 'mark';

export function detailAt(zoom: number): Detail {
  if (zoom > 0.6) return 'full';
  if (zoom >= 0.45) return 'text';
  if (zoom >= 0.3) return 'words';
  if (zoom >= 0.12) return 'cut';
  return 'mark';
}

/** Near enough for real elements. */
export function showsCards(zoom: number): boolean {
  return zoom >= 0.45;
}
