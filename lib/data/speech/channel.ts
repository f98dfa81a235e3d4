/**
 * From whoever in this process makes the interviewer speak to whoever watches: the words so far, and that it is over.
 * Watchers in other processes look at the row (watch-speech.ts).
 */
import "server-only";

export type Spoken = { eventId: string; text: string } | null;
type Watcher = (spoken: Spoken) => void;

// Pages, actions and routes are bundled apart: what they share has to stand outside of their modules.
const holder = globalThis as unknown as { shortlistSpeech?: Map<string, Set<Watcher>> };
const channels = (): Map<string, Set<Watcher>> => {
  holder.shortlistSpeech ??= new Map();
  return holder.shortlistSpeech;
};

export function tell(interviewId: string, spoken: Spoken): void {
  for (const watcher of channels().get(interviewId) ?? []) watcher(spoken);
}

/** @returns the way to stop watching */
export function watch(interviewId: string, watcher: Watcher): () => void {
  const watchers = channels().get(interviewId) ?? new Set();
  channels().set(interviewId, watchers.add(watcher));
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) channels().delete(interviewId);
  };
}
