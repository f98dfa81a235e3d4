/**
 * The class code of a link. It stands behind #, which no server and no log sees, and is kept in this tab alone while
 * somebody makes an account first: in the address of the sign-up page it would reach the log.
 */
const STORAGE_KEY = "class-code";

/** The code of this address, or the one that this tab came with; takes it out of the address. */
export function takeCode(): string {
  try {
    const fragment = window.location.hash.slice(1, 41);
    if (fragment) {
      sessionStorage.setItem(STORAGE_KEY, fragment);
      window.history.replaceState(null, "", window.location.pathname);
    }
    return fragment || (sessionStorage.getItem(STORAGE_KEY) ?? "");
  } catch {
    // Storage is switched off: the code can still be typed.
    return "";
  }
}

export function forgetCode(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was kept either.
  }
}
