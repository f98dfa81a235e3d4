/** The embedded server's promises: acknowledged rows survive kill -9 of anything, and nothing is left behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startEmbeddedDatabase } from "@/lib/cli/database/embedded";
import { migrate } from "@/lib/cli/database/migrate";

const scratch = mkdtempSync(path.join(os.tmpdir(), "shortlist-embedded-"));
const dataDir = path.join(scratch, "postgres");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Processes that name the data directory, zombies left out. */
function processesOn(directory: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(directory) &&
          !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
        );
      } catch {
        return false;
      }
    })
    .map(Number)
    .filter((pid) => pid !== process.pid);
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (condition()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not happen within 10 s`);
}

function startOwner(): { child: ChildProcess; url: Promise<string> } {
  const script = `import("./lib/cli/database/embedded.ts").then(async ({ startEmbeddedDatabase }) => { const db = await startEmbeddedDatabase(process.argv[1]); console.log(db.url); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = new Promise<string>((resolve) =>
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return { child, url };
}

describe.runIf(process.platform === "linux")("the embedded PostgreSQL", () => {
  it("keeps acknowledged rows and leaves no process when its owner is killed", {
    timeout: 90_000,
  }, async () => {
    let written = 0;
    for (let round = 0; round < 3; round++) {
      const { child, url } = startOwner();
      const client = new pg.Client({ connectionString: await url });
      client.on("error", () => {});
      await client.connect();
      await client.query("create table if not exists ledger (n int primary key)");
      expect((await client.query("select count(*)::int as n from ledger")).rows[0].n).toBe(written);
      for (let i = 0; i < 50; i++) await client.query("insert into ledger values ($1)", [written++]);
      child.kill("SIGKILL");
      await until(() => processesOn(dataDir).length === 0, "the end of every database process");
    }
  });

  it("stops when only its guard is killed", { timeout: 60_000 }, async () => {
    const { child, url } = startOwner();
    await url;
    const guard = processesOn(dataDir).find((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("guard.mjs"),
    );
    expect(guard).toBeDefined();
    process.kill(guard as number, "SIGKILL");
    await until(
      () => processesOn(dataDir).filter((pid) => pid !== child.pid).length === 0,
      "the end of the server",
    );
    child.kill("SIGKILL");
    await until(() => processesOn(dataDir).length === 0, "the end of the owner");
  });

  it("applies each migration once, in Prisma's own table, and refuses an edited history", {
    timeout: 60_000,
  }, async () => {
    const server = await startEmbeddedDatabase(dataDir);
    try {
      expect(await migrate(server.url)).not.toEqual([]);
      expect(await migrate(server.url)).toEqual([]);
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query("update _prisma_migrations set checksum = 'edited'");
      await client.end();
      await expect(migrate(server.url)).rejects.toThrow(/was changed after it had been applied/);
    } finally {
      await server.stop();
    }
    expect(processesOn(dataDir)).toEqual([]);
  });

  it("clears what a start that was killed left half made", { timeout: 60_000 }, async () => {
    const folder = path.join(scratch, "half made");
    mkdirSync(path.join(folder, "postgres.new-0badc0de"), { recursive: true });
    const server = await startEmbeddedDatabase(path.join(folder, "postgres"));
    await server.stop();
    expect(readdirSync(folder)).toEqual(["postgres"]);
  });

  it.runIf(process.getuid?.() === 0)(
    "runs for root where user namespaces are closed, on the same files",
    {
      timeout: 60_000,
    },
    async () => {
      const refusing = path.join(scratch, "refusing");
      mkdirSync(refusing);
      writeFileSync(path.join(refusing, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
      const folder = path.join(scratch, "closed");
      mkdirSync(folder, { mode: 0o700 });
      const directory = path.join(folder, "postgres");
      const everywhere = process.env.PATH;
      try {
        process.env.PATH = `${refusing}:${everywhere}`;
        const first = await startEmbeddedDatabase(directory);
        await first.stop();
        expect(statSync(directory).uid).not.toBe(0);
      } finally {
        process.env.PATH = everywhere;
      }
      const second = await startEmbeddedDatabase(directory);
      await second.stop();
      expect(processesOn(directory)).toEqual([]);
    },
  );
});
