/**
 * What the launcher asks of the operating system about processes: is that one still the one we knew, are our
 * parents still there, may a child be tied to our life. Plain JavaScript, because it runs before packages are
 * installed. Linux answers from /proc; elsewhere `ps` does, and on Windows only the number is compared.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const hasProc = existsSync("/proc/self/stat");

/** The fields of /proc/PID/stat after the command's name, which may itself hold spaces and brackets. */
function statFields(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return null;
  }
}

/** When a process began, as an opaque word, or null where it is gone (a zombie is) or nothing tells. */
export function processStart(pid) {
  if (hasProc) {
    const fields = statFields(pid);
    if (!fields || fields[0] === "Z" || fields[0] === "X") return null;
    // Clock ticks since boot repeat after a restart of the machine; with the boot's own name they do not.
    const boot = existsSync("/proc/sys/kernel/random/boot_id")
      ? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
      : "";
    return `${boot}:${fields[19]}`;
  }
  if (process.platform === "win32") return null;
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const answer = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env });
  return answer.stdout?.trim() || null;
}

/** Whether the process of that number is there and began then. */
export function isSameProcess(pid, started) {
  const now = processStart(pid);
  if (now !== null) return started === null || now === started;
  if (hasProc) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error.code === "EPERM";
  }
}

/** The words of a running process's command line, or null where it is gone or nothing tells. */
export function commandLine(pid) {
  if (hasProc) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
    } catch {
      return null;
    }
  }
  if (process.platform === "win32") return null;
  const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return answer.stdout?.trim() || null;
}

/** Our parent and its parent: npm may have put a shell between itself and us. Changes when one of them ends. */
export function ancestry() {
  const grandparent = hasProc ? (statFields(process.ppid)?.[1] ?? "gone") : "";
  return `${process.ppid} ${grandparent}`;
}

const probed = new Map();

/**
 * Words to put before a command so that the kernel sends it a signal when its parent dies, whatever killed
 * the parent. Linux with util-linux only; elsewhere no words, and a closed standard input has to do.
 */
export function diesWithParent(signal) {
  if (process.platform !== "linux") return [];
  const words = ["setpriv", "--pdeathsig", signal, "--"];
  if (!probed.has(signal))
    probed.set(signal, spawnSync(words[0], [...words.slice(1), "true"], { stdio: "ignore" }).status === 0);
  return probed.get(signal) ? words : [];
}
