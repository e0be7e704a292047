/** A small drawing of a sheet's foot, the same path that the painter strokes. */
import { SIGN_STROKE, SIGNS, type SignName } from '../canvas/paint/signs.ts';

export function Sign({ name }: { readonly name: SignName }) {
  return (
    <svg className="card-sign" viewBox="0 0 24 24" strokeWidth={SIGN_STROKE} aria-hidden="true">
      <path d={SIGNS[name]} />
    </svg>
  );
}
