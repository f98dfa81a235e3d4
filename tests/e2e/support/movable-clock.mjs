/**
 * Moves a process's clock: `Date` is ahead by the milliseconds that the file named in MOVABLE_CLOCK_FILE holds.
 * Preloaded (NODE_OPTIONS=--import) into a server of a test's own and inherited by what it starts, so that an
 * interview of 45 minutes takes seconds and the product holds no door for tests. Timers, `performance` and the
 * database keep real time. An absent file moves nothing.
 */
import { readFileSync } from "node:fs";

const file = process.env.MOVABLE_CLOCK_FILE;
/** The file is read at most this often; whoever writes it waits as long (own-server.ts). */
const LOOK_EVERY_MS = 5;

const RealDate = Date;
let aheadMs = 0;
let lookedAt = Number.NEGATIVE_INFINITY;

function movedNow() {
  const at = performance.now();
  if (at - lookedAt >= LOOK_EVERY_MS) {
    lookedAt = at;
    try {
      aheadMs = Number(readFileSync(file, "utf8")) || 0;
    } catch {
      aheadMs = 0;
    }
  }
  return RealDate.now() + aheadMs;
}

if (file) {
  const MovedDate = new Proxy(RealDate, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length > 0 ? given : [movedNow()], made),
    apply: () => new RealDate(movedNow()).toString(),
    get: (target, name, receiver) => (name === "now" ? movedNow : Reflect.get(target, name, receiver)),
  });
  RealDate.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}
