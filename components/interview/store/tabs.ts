/** What the tabs of one browser tell each other about an interview: events that the server has just confirmed. */
import type { LoggedEvent } from "@/lib/interview/events";

export type Tabs = {
  tell(events: readonly LoggedEvent[]): void;
  close(): void;
};

/** `hear` gets the confirmed events of other tabs, oldest first. Tabs share one browser profile, so one viewer. */
export function joinTabs(interviewId: string, viewerId: string, hear: (events: LoggedEvent[]) => void): Tabs {
  if (typeof BroadcastChannel === "undefined") return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(`shortlist-interview-${interviewId}-${viewerId}`);
  channel.onmessage = ({ data }: MessageEvent<LoggedEvent[]>) => hear(data);
  return {
    tell: (events) => {
      if (events.length > 0) channel.postMessage(events);
    },
    close: () => channel.close(),
  };
}
