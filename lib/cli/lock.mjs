/**
 * A lock that one process holds at a time and that ends with it, however it ends: one Shortlist per data
 * directory, one installation and one build per checkout. Each taker writes a file of its own first and then
 * looks for others, so of two takers at least one sees the other; a file whose process is gone counts for
 * nothing. (One shared file that a taker deletes when stale is a race: the second taker deletes the first's.)
 * Plain JavaScript, because it runs before packages are installed.
 */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isSameProcess, processStart } from "./processes.mjs";

/** A file that cannot be read yet is being written; after this long its writer was killed while at it. */
const WRITING_MS = 2_000;
const TRIES = 150;

/** The holder that a file names, "writing" where it is not whole yet, or null where it counts for nothing. */
function readTaker(file) {
  try {
    const taker = JSON.parse(readFileSync(file, "utf8"));
    if (!isSameProcess(taker.pid, taker.started)) return null;
    return taker;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    if (error.code) throw error;
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < WRITING_MS ? "writing" : null;
  }
}

/** Files of others whose processes live; what the dead left is cleared away. */
function otherTakers(directory, name, own) {
  return readdirSync(directory)
    .filter((file) => file.startsWith(`${name}.`) && file.endsWith(".lock") && file !== own)
    .flatMap((file) => {
      const taker = readTaker(path.join(directory, file));
      if (taker === null)
        for (const ending of ["", ".tmp"]) rmSync(path.join(directory, file + ending), { force: true });
      return taker === null ? [] : [taker];
    });
}

export async function takeLock(directory, name) {
  const own = `${name}.${randomUUID()}.lock`;
  const file = path.join(directory, own);
  const self = { pid: process.pid, started: processStart(process.pid), isHeld: false };
  // Renamed into place: what a holder says of itself is never seen half written.
  const rewrite = (fields) => {
    writeFileSync(`${file}.tmp`, JSON.stringify({ ...self, isHeld: true, ...fields }), { mode: 0o600 });
    renameSync(`${file}.tmp`, file);
  };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    writeFileSync(file, JSON.stringify(self), { mode: 0o600 });
    const others = otherTakers(directory, name, own);
    if (others.length === 0) {
      rewrite({});
      return {
        lock: {
          setUrl: (url) => rewrite({ url }),
          release: () => rmSync(file, { force: true }),
        },
      };
    }
    rmSync(file, { force: true });
    const holder = others.find((taker) => taker.isHeld);
    if (holder) return { heldBy: holder };
    // Another taker looks at the same moment. Different pauses let one of us be first.
    await sleep(5 + Math.random() * 60);
  }
  throw new Error(`The lock ${name} in ${directory} could not be taken: others keep trying for it too.`);
}

/** Who holds the lock now, for one that waits. */
export function readHolder(directory, name) {
  return otherTakers(directory, name, "").find((taker) => taker.isHeld) ?? null;
}
