/**
 * Each tab writes under a name of its own, its origin. A name is held by a lock that the browser frees when the tab
 * is gone, even by a crash: then another tab may take over the name together with the drafts under it.
 */
import { newShortId } from "./identifiers";

const ROLL_CALL_MS = 250;

const nameOf = (interviewId: string, origin: string) => `shortlist-origin-${interviewId}-${origin}`;

/** Where the browser has no locks (a plain LAN address): asks the other tabs, and answers for this name from now on. */
function holdByRollCall(name: string): Promise<boolean> {
  const channel = new BroadcastChannel(name);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      channel.onmessage = ({ data }) => {
        if (data === "taken?") channel.postMessage("taken");
      };
      resolve(true);
    }, ROLL_CALL_MS);
    channel.onmessage = ({ data }) => {
      if (data !== "taken") return;
      clearTimeout(timer);
      channel.close();
      resolve(false);
    };
    channel.postMessage("taken?");
  });
}

/** Names that this tab holds, and whether a page in it writes under them at the moment. */
const heldHere = new Map<string, boolean>();

/** True when this tab now holds the name, until the tab is gone or `leaveOrigins` lets its next page have it. */
export async function holdOrigin(interviewId: string, origin: string): Promise<boolean> {
  const name = nameOf(interviewId, origin);
  if (heldHere.get(name) === true) return false;
  if (!heldHere.has(name) && !(await holdByLock(name))) return false;
  heldHere.set(name, true);
  return true;
}

/** The page that wrote under these names was left by a link: whoever opens the interview in this tab goes on. */
export function leaveOrigins(interviewId: string, origins: readonly string[]): void {
  for (const name of origins.map((origin) => nameOf(interviewId, origin)))
    if (heldHere.has(name)) heldHere.set(name, false);
}

function holdByLock(name: string): Promise<boolean> {
  if (!("locks" in navigator) || !navigator.locks) return holdByRollCall(name);
  return new Promise((resolve) => {
    const held = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held by a promise that never settles, until the tab is gone.
      return lock === null ? undefined : new Promise(() => {});
    });
    held.catch(() => resolve(false));
  });
}

export type Claim = { origin: string; adopted: string[] };

/**
 * Takes over the first name that nobody holds, or makes a new one. `adopted` are further names that nobody holds:
 * their drafts have to be sent, too.
 */
export async function claimOrigin(
  interviewId: string,
  draftOrigins: readonly string[],
  hold: typeof holdOrigin = holdOrigin,
): Promise<Claim> {
  const free: string[] = [];
  for (const origin of draftOrigins) {
    if (await hold(interviewId, origin)) free.push(origin);
  }
  const [first, ...adopted] = free;
  if (first !== undefined) return { origin: first, adopted };
  const origin = newShortId();
  await hold(interviewId, origin);
  return { origin, adopted };
}
