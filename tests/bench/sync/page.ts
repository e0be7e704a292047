/** Runs in each page; the driver (`drive.ts`) calls it. */
import { countTraffic, type Traffic } from './count.ts';
import { type BareChannels, openBareChannels } from './ways/bareChannels.ts';
import { openHocuspocus } from './ways/hocuspocus.ts';
import { type BenchLog, openBenchLog, openRiffroom } from './ways/riffroom.ts';
import { openStockWebrtc } from './ways/stockWebrtc.ts';
import type { Way, WayOptions } from './ways/way.ts';

export type WayName = 'riffroom' | 'bare channels' | 'y-webrtc' | 'Hocuspocus';

/** Times are ms since 1970, to microseconds: alike in all pages of one machine. */
export interface BenchPage {
  open(name: WayName, options: WayOptions): Promise<void>;
  readonly bare: BareChannels | null;
  openLog(options: WayOptions, count: number, bytes: number): Promise<void>;
  readonly log: BenchLog | null;
  linked(): number | null;
  /** Answers when it was written. */
  edit(text: string): number;
  /** When each text was first seen here. */
  seen(): Readonly<Record<string, number>>;
  /** Records in the log, for ours. */
  records(): number;
  readonly traffic: Traffic;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const traffic = countTraffic();
const seen: Record<string, number> = {};
const now = (): number => performance.timeOrigin + performance.now();
let way: (Way & { records?(): number }) | null = null;
let bare: BareChannels | null = null;
let log: BenchLog | null = null;

async function openWay(name: WayName, options: WayOptions): Promise<Way> {
  if (name === 'riffroom') return openRiffroom(options);
  if (name === 'y-webrtc') return openStockWebrtc(options);
  if (name === 'Hocuspocus') return openHocuspocus(options);
  bare = openBareChannels();
  return bare;
}

window.bench = {
  async open(name, options) {
    way = await openWay(name, options);
    way.onText((text) => {
      seen[text] ??= now();
    });
  },
  get bare() {
    return bare;
  },
  async openLog(options, count, bytes) {
    log = await openBenchLog(options, count, bytes);
  },
  get log() {
    return log;
  },
  linked: () => way?.linked() ?? null,
  edit(text) {
    const at = now();
    way?.edit(text);
    return at;
  },
  seen: () => seen,
  records: () => way?.records?.() ?? 0,
  traffic,
};
