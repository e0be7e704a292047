/** The sample, before it has been opened for the first time: an unprinted poster. */
import { posterTitleStep } from './posterTitle.ts';
import { Signature } from './Signature.tsx';
import { SAMPLE_POSTER } from './sampleCard.ts';
import { TreesDrawing } from './TreesDrawing.tsx';
import './Poster.css';

export function SamplePoster({ onOpen }: { readonly onOpen: () => void }) {
  const { title, challenge, trees, signature } = SAMPLE_POSTER;
  return (
    <article className="poster poster-outlined" data-step={posterTitleStep(title)}>
      <button
        type="button"
        className="poster-open"
        aria-label={`Explore the sample jam, ${title}`}
        onClick={onOpen}
      />
      <div className="poster-top">Sample</div>
      <h3>{title}</h3>
      <p>{challenge}</p>
      <div className="poster-picture">
        <TreesDrawing trees={trees} />
      </div>
      <Signature bars={signature} />
      <small>Play it, then make it yours</small>
    </article>
  );
}
