/** A soft bell: two short sine tones, one after the other. Makes no sound where the page may not make any yet. */

const TONES = [
  { hertz: 659.3, at: 0 },
  { hertz: 880, at: 0.22 },
] as const;
/** s */
const LENGTH = 0.9;
const RISE = 0.02;
/** Of full volume. */
const SOFT = 0.07;

export async function ringBell(): Promise<void> {
  const audio = new AudioContext();
  try {
    // A page that nobody has pressed anything in yet is kept silent: no use waiting for it.
    if (audio.state === 'suspended') void audio.resume();
    const end = Math.max(...TONES.map(({ hertz, at }) => ringTone(audio, hertz, audio.currentTime + at)));
    await new Promise((done) => setTimeout(done, (end - audio.currentTime) * 1_000));
  } finally {
    await audio.close();
  }
}

/** When it has faded away, s of the context's clock. */
function ringTone(audio: AudioContext, hertz: number, from: number): number {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = 'sine';
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(SOFT, from + RISE);
  volume.gain.exponentialRampToValueAtTime(SOFT / 100, from + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(from + LENGTH);
  return from + LENGTH;
}
