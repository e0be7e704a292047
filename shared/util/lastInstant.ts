/**
 * The last one that a Date can hold, ms since 1970: beyond it every way to say a date throws. Times that come from
 * elsewhere are cut to it, or one of them would take down whatever shows it.
 */
export const lastInstant = 8.64e15;
