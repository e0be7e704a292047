/** What is said on the channel of a Wall beside its scenes. */

/** By the Wall, when it has been painted, and whenever it was loaded anew. */
export const WALL_HELLO = 'hello';
/** To the Wall: ring the bell. */
export const WALL_RING = 'ring';
/** By the Wall, when it does: a page may be kept silent. */
export const WALL_RINGS = 'rings';
