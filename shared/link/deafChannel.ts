import type { RtcDataChannel } from './rtc.ts';

/** A channel to satisfy who asks for one, simple-peer above all: it never opens, so nothing is ever sent on it. */
export function createDeafChannel(label: string): RtcDataChannel & { readonly label: string } {
  return {
    label,
    readyState: 'connecting',
    bufferedAmount: 0,
    bufferedAmountLowThreshold: 0,
    binaryType: 'arraybuffer',
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null,
    onbufferedamountlow: null,
    send: () => undefined,
    close: () => undefined,
  };
}
