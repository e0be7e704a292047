/** The three systems that the app knows; any other Unix is treated like Linux. */
export function readPlatform(platform: NodeJS.Platform): 'linux' | 'darwin' | 'win32' {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
