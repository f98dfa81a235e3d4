/** The state of saving, in words. One place, so that the page never says "saved" of something that is not. */

export type SaveStatus =
  | { kind: "saved"; atMs: number }
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "signed-out" }
  | { kind: "other-person" }
  | { kind: "outdated" }
  | { kind: "over" }
  | { kind: "trouble"; message: string };

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 2) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  return `${Math.floor(seconds / 60)} min ago`;
}

/** Short words for the bar; `nowMs` by the clock that `atMs` was taken from. */
export function saveWords(status: SaveStatus, nowMs: number): string {
  switch (status.kind) {
    case "saved":
      return `Saved ${ago(nowMs - status.atMs)}`;
    case "waiting":
    case "saving":
      return "Saving…";
    case "offline":
      return "Offline, kept on this device";
    case "signed-out":
      return "Signed out, kept on this device";
    case "other-person":
      return "Signed in as someone else, kept on this device";
    case "outdated":
      return "New version installed, kept on this device";
    case "over":
      return "Time is over";
    case "trouble":
      return "Not saved yet, kept on this device";
  }
}

/** A sentence for the live region, said once when the kind of status changes; empty for everyday saving. */
export function saveAnnouncement(status: SaveStatus): string {
  switch (status.kind) {
    case "offline":
      return "You are offline. What you type is kept on this device and sent when the connection is back.";
    case "signed-out":
      return "You are signed out. Sign in again, nothing is lost.";
    case "other-person":
      return "This browser is now signed in as someone else. Sign in as yourself, nothing is lost.";
    case "outdated":
      return "A new version was installed. Reload the page, nothing is lost.";
    case "trouble":
      return "Saving does not work at the moment. What you type is kept on this device.";
    default:
      return "";
  }
}
