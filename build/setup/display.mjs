/**
 * Whether a window can be shown. Looked at before anything is fetched: without a display neither Electron nor its
 * libraries are of use.
 */
export function hasDisplay(platform = process.platform, env = process.env) {
  if (platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
