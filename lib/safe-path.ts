/** Where to go after signing in: only a path of this site, never an address that a link carried in. */
export function safePath(candidate: string | string[] | undefined, fallback: string): string {
  if (typeof candidate !== "string") return fallback;
  // "//host" and "/\host" are addresses of other sites to a browser.
  return /^\/(?![/\\])[^\s\\]*$/.test(candidate) ? candidate : fallback;
}
