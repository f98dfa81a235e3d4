/**
 * Runs one command and ties its life to ours and to our parent's: when standard input ends (the parent is
 * gone, however it died) the command gets the first of the signals, and each later one if it is still there
 * that many milliseconds on. usage: guard.mjs JSON where JSON is
 * {words: [command, ...arguments], stop: [[signal, afterMs], ...], group?, uid?, gid?}; with `group` the
 * signals go to everything that the command started.
 */
import { spawn } from "node:child_process";

const { words, stop, group = false, uid, gid } = JSON.parse(process.argv[2]);
const ownsGroup = group && process.platform !== "win32";
const child = spawn(words[0], words.slice(1), {
  stdio: ["ignore", "inherit", "inherit"],
  detached: ownsGroup,
  windowsHide: true,
  uid,
  gid,
});

function send(signal) {
  try {
    if (ownsGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Gone already.
  }
}

let isStopping = false;
function onParentGone() {
  if (isStopping) return;
  isStopping = true;
  for (const [signal, afterMs] of stop) setTimeout(send, afterMs, signal).unref();
}
process.stdin.on("end", onParentGone).on("error", onParentGone).resume();
// A Ctrl-C reaches the whole terminal group; only the parent decides when the command stops.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
child.on("exit", (code) => {
  if (isStopping && ownsGroup) send("SIGKILL");
  process.exit(code ?? (isStopping ? 0 : 1));
});
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
