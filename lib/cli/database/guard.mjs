/**
 * Runs one command and ties its life to ours and to our parent's: when standard input ends (the parent is
 * gone, however it died) the command gets SIGINT, PostgreSQL's fast shutdown. usage: guard.mjs JSON
 * where JSON is {command, args, uid?, gid?}.
 */
import { spawn } from "node:child_process";

const { command, args, uid, gid } = JSON.parse(process.argv[2]);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], uid, gid });

const stop = () => child.kill("SIGINT");
process.stdin.on("end", stop).on("error", stop).resume();
// A Ctrl-C reaches the whole terminal group; only the parent decides when the database stops.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 0 : 1)));
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
