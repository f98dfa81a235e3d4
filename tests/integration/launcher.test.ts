/**
 * What `npm run up` promises, on a real database and with a tiny server in the site's place: it starts again
 * what dies, takes everything with it when it dies, and says in one line why it cannot start.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { assertDatabaseAnswers, messageOf } from "@/lib/cli/database/external";
import { takeLock } from "@/lib/cli/lock.mjs";
import { keptSecret, readSettings } from "@/lib/cli/settings";

const scratch = mkdtempSync(path.join(os.tmpdir(), "shortlist up "));
const serverScript = path.join(scratch, "server.mjs");
writeFileSync(
  serverScript,
  `import { createServer } from "node:http";
  process.stdin.on("end", () => process.exit(0)).resume();
  const server = createServer((request, response) => response.end("ok"));
  server.on("error", () => process.exit(98));
  server.listen(Number(process.env.PORT), () => process.send("listening"));`,
);
const LAUNCH = `import("./lib/cli/up.ts").then(async ({ launch }) => {
  const { readSettings } = await import("./lib/cli/settings.ts");
  const site = { serverScript: process.argv[1], build: async () => false };
  process.exitCode = await launch(readSettings(process.env), site);
});`;

type Launcher = { child: ChildProcess; said: () => string; exited: Promise<number | null> };
const running: Launcher[] = [];

function up(dataDir: string, port: number, env: Record<string, string> = {}): Launcher {
  const words = ["--import", "tsx", "--input-type=module", "-e", LAUNCH, serverScript];
  const settings = { DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", AUTH_SECRET: "", APP_URL: "" };
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...settings, ...env },
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const launcher = { child, said: () => said, exited };
  running.push(launcher);
  return launcher;
}

/** Creating a database takes a second, and ten on a machine with other work. */
const PATIENCE_MS = 40_000;

async function until(condition: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) if (await condition()) return;
  throw new Error(`within ${PATIENCE_MS} ms there was no ${what()}`);
}
const saying = (launcher: Launcher, words: string) =>
  until(
    () => launcher.said().includes(words),
    () => `"${words}" in:\n${launcher.said()}`,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

type Found = { pid: number; command: string };
/** Everything that runs and names the scratch folder, zombies and launchers left out. */
function children(): Found[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        const isZombie = /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
        return command.includes(scratch) && !isZombie && !command.includes("launch(")
          ? [{ pid: Number(pid), command }]
          : [];
      } catch {
        return [];
      }
    });
}
const nothingLeft = () =>
  until(
    () => children().length === 0,
    () => `end of ${JSON.stringify(children())}`,
  );
function kill(pattern: RegExp): void {
  const found = children().find(({ command }) => pattern.test(command));
  if (!found) throw new Error(`nothing runs that matches ${pattern}: ${JSON.stringify(children())}`);
  process.kill(found.pid, "SIGKILL");
}

afterEach(() => {
  for (const { child } of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("settings", () => {
  it("take a setting that is set to nothing as not set", () => {
    const names = ["DATABASE_URL", "AUTH_SECRET", "APP_URL", "PORT", "HOST", "DATA_DIR", "LOG_LEVEL"];
    const settings = readSettings(Object.fromEntries(names.map((name) => [name, " "])));
    expect(settings).toMatchObject({ databaseUrl: null, authSecret: null, url: "http://localhost:3000" });
    expect(settings.dataDir).toBe(path.resolve(".data"));
  });

  it.each([
    [{ AUTH_SECRET: "short" }, /at least 32 characters/],
    [{ DATABASE_URL: "mysql://localhost/x" }, /postgresql:\/\/ address/],
    [{ PORT: "eighty" }, /PORT/],
    [{ TRUSTED_PROXY_HOPS: "-1" }, /TRUSTED_PROXY_HOPS/],
  ])("refuse %o in words", (source, message) => {
    expect(() => readSettings(source)).toThrow(message);
  });

  it("keep one secret, and replace one that a power cut left empty", () => {
    const folder = mkdtempSync(path.join(scratch, "secret-"));
    writeFileSync(path.join(folder, "secret"), "");
    const secret = keptSecret(folder);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(keptSecret(folder)).toBe(secret);
  });
});

it("shows no part of a password that was not encoded", async () => {
  const checking = assertDatabaseAnswers("postgresql://app:p@secret#word/@:x");
  await expect(checking).rejects.toThrow(/write @ as %40/);
  await expect(checking).rejects.not.toThrow(/secret/);
});

it("tells each refusal of a connection that was tried on several addresses", () => {
  const error = new AggregateError([new Error("refused by ::1"), new Error("refused by 127.0.0.1")]);
  expect(messageOf(error)).toBe("refused by ::1; refused by 127.0.0.1");
});

describe("the lock", () => {
  it("goes to exactly one of many that find a stale one at the same moment", async () => {
    const folder = mkdtempSync(path.join(scratch, "lock-"));
    const dead = { pid: process.pid, started: "another boot:1", isHeld: true };
    const script = `import { takeLock } from "./lib/cli/lock.mjs"; process.stdin.once("data", async () => {
      const taken = await takeLock(process.argv[1], "up"); console.log("lock" in taken ? "held" : "other");
      setInterval(() => {}, 1000); }); console.log("ready");`;
    const takers = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script, folder]);
      const lines: string[] = [];
      child.stdout.on("data", (chunk: Buffer) => lines.push(...chunk.toString().trim().split("\n")));
      return { child, lines };
    });
    try {
      await until(
        () => takers.every(({ lines }) => lines.length === 1),
        () => "ready takers",
      );
      writeFileSync(path.join(folder, "up.stale.lock"), JSON.stringify(dead));
      for (const { child } of takers) child.stdin.write("go\n");
      await until(
        () => takers.every(({ lines }) => lines.length === 2),
        () => "answer of each taker",
      );
      expect(takers.filter(({ lines }) => lines[1] === "held")).toHaveLength(1);
    } finally {
      for (const { child } of takers) child.kill("SIGKILL");
    }
  });

  it("is free again once released, and clears what a killed writer left unfinished", async () => {
    const folder = mkdtempSync(path.join(scratch, "lock-"));
    writeFileSync(path.join(folder, "up.cut.lock"), '{"pid":1');
    const first = await takeLock(folder, "up");
    expect(first).toHaveProperty("lock");
    expect(await takeLock(folder, "up")).toMatchObject({ heldBy: { pid: process.pid } });
    if ("lock" in first) first.lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.runIf(process.platform === "linux")("the launcher", () => {
  const dataDir = path.join(scratch, "data with spaces");

  it("starts again what is killed, joins a second start, and leaves nothing when killed itself", {
    timeout: 120_000,
  }, async () => {
    const port = await freePort();
    const first = up(dataDir, port);
    await saying(first, "no administrator yet");

    const second = up(dataDir, await freePort());
    expect(await second.exited).toBe(0);
    expect(second.said()).toContain(`ready: http://localhost:${port}`);

    kill(/server\.mjs/);
    await saying(first, "the server answers again");
    kill(/guard\.mjs/);
    await saying(first, "the database runs again");
    await until(
      async () => (await fetch(`http://localhost:${port}`)).ok,
      () => "answer",
    );

    first.child.kill("SIGKILL");
    await nothingLeft();
    const third = up(dataDir, port);
    await saying(third, "ready:");
    third.child.kill("SIGTERM");
    expect(await third.exited).toBe(0);
    expect(children()).toEqual([]);
    expect(readdirSync(dataDir).filter((name) => name.endsWith(".lock"))).toEqual([]);
    expect(statSync(path.join(dataDir, "secret")).mode & 0o077).toBe(0);
  });

  it("says that the port is another program's, and leaves nothing running", { timeout: 60_000 }, async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    try {
      const launcher = up(dataDir, port);
      expect(await launcher.exited).toBe(1);
      expect(launcher.said()).toContain(`Port ${port} is used by another program`);
      expect(launcher.said()).not.toMatch(/^\s+at /m);
    } finally {
      other.close();
    }
    expect(children()).toEqual([]);
  });

  it("names the database that refuses and keeps its password to itself", { timeout: 60_000 }, async () => {
    const nobodyThere = await freePort();
    const url = `postgresql://somebody:hunter2@localhost:${nobodyThere}/practice`;
    const launcher = up(dataDir, await freePort(), { DATABASE_URL: url });
    expect(await launcher.exited).toBe(1);
    expect(launcher.said()).toMatch(/DATABASE_URL \(localhost:\d+, database practice\) .*ECONNREFUSED/);
    expect(launcher.said()).not.toMatch(/hunter2|^\s+at /m);
  });

  it("says that the data directory cannot be written to", { timeout: 60_000 }, async () => {
    const file = path.join(scratch, "a file");
    writeFileSync(file, "");
    const launcher = up(path.join(file, "data"), await freePort());
    expect(await launcher.exited).toBe(1);
    expect(launcher.said()).toMatch(/DATA_DIR \(.*a file.data\) cannot be used/);
    expect(launcher.said()).not.toMatch(/^\s+at /m);
  });
});
