/** When the room wrote: a jam's activity as bars, drawn to scale of its course. */
import './Signature.css';

interface SignatureProps {
  /** Each 0 to 1. */
  readonly bars: readonly number[];
}

const BAR = 2.5;
const PITCH = 3.6;
const HEIGHT = 30;

export function Signature({ bars }: SignatureProps) {
  const width = bars.length === 0 ? PITCH : bars.length * PITCH - (PITCH - BAR);
  return (
    <svg
      className="signature"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((bar, slot) => {
        const height = bar <= 0 ? 0 : Math.max(1.5, Math.min(1, bar) * HEIGHT);
        // Slots are places in time: their index is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <rect key={slot} x={slot * PITCH} y={HEIGHT - height} width={BAR} height={height} />;
      })}
    </svg>
  );
}
