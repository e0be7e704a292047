/** What is left, as `05:18`; what it runs over, as `+00:40`. */
export function sayWallClock(left: number): string {
  const over = left < 0;
  const seconds = over ? Math.floor(-left / 1_000) : Math.ceil(left / 1_000);
  const minutes = Math.floor(seconds / 60);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${over && seconds > 0 ? '+' : ''}${two(minutes)}:${two(seconds % 60)}`;
}
