/**
 * One Shortlist per data directory. The lock is a file that names the process holding it; a lock whose
 * process is gone (or is another program that got the same number) is taken over.
 */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const holderSchema = z.object({
  pid: z.number().int(),
  started: z.string().nullable(),
  url: z.string().optional(),
});
export type LockHolder = z.infer<typeof holderSchema>;

/** The start instant of a process in clock ticks, or null where /proc does not tell. A zombie counts as gone. */
function processStart(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? "gone" : (fields[19] ?? null);
  } catch {
    return existsSync("/proc/self/stat") ? "gone" : null;
  }
}

function isAlive(holder: LockHolder): boolean {
  const start = processStart(holder.pid);
  if (start !== null) return start === holder.started;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

export type Lock = { setUrl(url: string): void; release(): void };

/** Takes the lock, or says who holds it. */
export function takeLock(dataDir: string): { lock: Lock } | { heldBy: LockHolder } {
  const file = path.join(dataDir, "up.lock");
  const self: LockHolder = { pid: process.pid, started: processStart(process.pid) };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, "wx", 0o600);
      writeSync(handle, JSON.stringify(self));
      closeSync(handle);
      return {
        lock: {
          setUrl: (url) => writeFileSync(file, JSON.stringify({ ...self, url })),
          release: () => rmSync(file, { force: true }),
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readHolder(file);
      if (holder && isAlive(holder)) return { heldBy: holder };
      rmSync(file, { force: true });
    }
  }
  throw new Error(`The lock ${file} could not be taken. Delete it if no Shortlist is running here.`);
}

/** What the holder has written since, for a second starter that waits for the first. */
export function readLockUrl(dataDir: string): string | null {
  return readHolder(path.join(dataDir, "up.lock"))?.url ?? null;
}
