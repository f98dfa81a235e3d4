/**
 * The server's clock as seen from here: the last instant it told us, plus what has passed since by a clock that
 * setting the computer's time does not move. Nothing counts down; a hidden tab is as right as a visible one.
 */
export type ServerClock = {
  nowMs(): number;
  /** Takes over an instant that the server told: it lies between sending and receiving. */
  set(serverNowMs: number, sentAt: number, receivedAt: number): void;
  /** Milliseconds of the local monotonic clock. */
  local(): number;
  /** True when the computer slept or its clock was set since the last look: ask the server again. */
  hasJumped(): boolean;
};

const JUMP_MS = 2_000;

export function createServerClock(
  serverNowMs: number,
  local: () => number = () => performance.now(),
  wall: () => number = () => Date.now(),
): ServerClock {
  let anchor = { server: serverNowMs, local: local() };
  let shortestTripMs = Number.POSITIVE_INFINITY;
  let drift = wall() - local();
  return {
    nowMs: () => anchor.server + (local() - anchor.local),
    set(server, sentAt, receivedAt) {
      const trip = receivedAt - sentAt;
      // A short trip tells the time best; a long one only corrects what is clearly wrong.
      const isOff = Math.abs(anchor.server + (sentAt - anchor.local) - server) > trip + JUMP_MS;
      if (trip > shortestTripMs && !isOff) return;
      shortestTripMs = isOff ? trip : Math.min(trip, shortestTripMs);
      anchor = { server, local: sentAt + trip / 2 };
    },
    local,
    hasJumped() {
      const now = wall() - local();
      const jumped = Math.abs(now - drift) > JUMP_MS;
      drift = now;
      return jumped;
    },
  };
}
