/** A soft bell: two short sine tones, one after the other. */

const TONES = [
  { hertz: 659.3, at: 0 },
  { hertz: 880, at: 0.22 },
] as const;
/** s */
const LENGTH = 0.9;
const RISE = 0.02;
/** Of full volume. */
const SOFT = 0.07;

/** How long it is tried whether the page may sound, ms. */
const TRIED_FOR = 150;

/** Answers at once whether it is heard: a page that nobody has pressed anything in yet may be kept silent. Never rejects. */
export async function ringBell(): Promise<boolean> {
  const audio = openAudio();
  if (audio === null) return false;
  if (!(await maySound(audio))) {
    void audio.close();
    return false;
  }
  const end = Math.max(...TONES.map(({ hertz, at }) => ringTone(audio, hertz, audio.currentTime + at)));
  setTimeout(() => void audio.close(), (end - audio.currentTime) * 1_000);
  return true;
}

/** null where the machine gives no more of them: the words say the same, nothing is lost. */
function openAudio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

async function maySound(audio: AudioContext): Promise<boolean> {
  if (audio.state === 'running') return true;
  const started = audio.resume().then(
    () => true,
    () => false,
  );
  return Promise.race([started, new Promise<boolean>((done) => setTimeout(() => done(false), TRIED_FOR))]);
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
