/** What the hub takes, from its own pages and from strangers. Bytes, milliseconds, counts. */

/** One message of signalling, in UTF-16 units; a carrier refuses larger ones before they are in memory. */
export const maxMessageLength = 64 * 1024;
/** What a publish grows by between two hubs: id, hops, the hubs that have it. */
export const maxWrapLength = 4 * 1024;
/** Payload of one relay frame. */
export const maxPayloadBytes = 64 * 1024;

export const maxTopicsPerMessage = 16;
export const maxTopicsPerClient = 64;
/** Peer ids that one socket may speak for in one topic. A page needs one, and another after each reconnection. */
export const maxPeersPerClient = 8;

/** Sockets of one kind (signalling, relay, hubs): in all, of strangers, and of one stranger's address. */
export const crowdLimits = { all: 200, strangers: 180, perRemote: 64 } as const;

/** A burst of messages that meets a room of thirty, then a steady flow; more is read later, not dropped. */
export const signalingRate = { burst: 4000, perSecond: 400 } as const;
export const neighbourRate = { burst: 20_000, perSecond: 2000 } as const;
/** Frames to an unknown address go to every neighbour, so there are few of them, of a page and of a hub; each costs 1, and 1 a KiB. */
export const questionRates = {
  page: { burst: 512, perSecond: 64 },
  hub: { burst: 4096, perSecond: 512 },
} as const;

/** Signalling is small: who has this much waiting does not read. */
export const slowReaderBytes = 4 * 1024 * 1024;
/** Above it whoever sends to this relay socket waits, below the other they go on. */
export const relayHighBytes = 1024 * 1024;
export const relayLowBytes = 256 * 1024;
/** Frames on their way between hubs still come in after the senders were told to wait; this is too much of them. */
export const relayFullBytes = 16 * 1024 * 1024;
export const relayStallMs = 30_000;

/** An announce so soon after an unsubscribe comes from links that are being closed (y-webrtc 10). */
export const holdAnnounceMs = 500;
/** A stranger who by then has named no topic that is shared here has no business here. */
export const strangerMs = 15_000;

export const maxHops = 8;
export const helloMs = 5000;
/** A link between hubs without a common topic ends after this. */
export const idleLinkMs = 10_000;
export const maxHubTopics = 64;
export const maxGossipHubs = 32;
export const maxAddressesPerHub = 8;
/** Addresses tried in all: above it what other hubs tell is left out, and what an invite names is not. */
export const maxCandidates = 128;
/** A gossiped address that led nowhere so often is forgotten; others are tried as long as the jam is open. */
export const maxGossipAttempts = 12;
export const redialMs = { first: 500, longest: 5000 } as const;
