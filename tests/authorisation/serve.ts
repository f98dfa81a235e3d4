/**
 * The built site with the fixture in it, for a browser: on PORT and a database of its own, until standard input ends.
 * Prints one line of JSON (`Served`). Run with `--conditions=react-server --import tsx`, as the data functions need it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbeddedDatabase } from "@/lib/cli/database/embedded";
import { migrate } from "@/lib/cli/database/migrate";
import { setLogLevel } from "@/lib/log";
import type { People } from "./fixture";
import type { PageRequest } from "./requests";

export type Served = {
  /** Who is signed in with which Cookie header. */
  cookies: Record<keyof People, string>;
  /** Of endpoints with parameters, as the matrix asks them. */
  pages: Record<string, PageRequest>;
};

const scratch = mkdtempSync(path.join(os.tmpdir(), "shortlist-fixture-"));
const server = await startEmbeddedDatabase(path.join(scratch, "postgres"));
process.env.DATABASE_URL = server.url;
process.env.AUTH_SECRET = "fixture-secret-of-sufficient-length-for-it";
await migrate(server.url);
// Standard output is for the one line.
setLogLevel("warn");
// What reads the settings is loaded once they are there.
const { database } = await import("@/lib/data/database");
const { makeFixture } = await import("./fixture");
const { pageRequests } = await import("./requests");
const { startSite } = await import("./site");

const site = await startSite(Number(process.env.PORT));
const fixture = await makeFixture(site);
const cookies = Object.fromEntries(
  Object.entries(fixture.people).map(([actor, { cookie }]) => [actor, cookie]),
) as Served["cookies"];
process.stdout.write(`${JSON.stringify({ cookies, pages: pageRequests(fixture) } satisfies Served)}\n`);

process.stdin.resume().on("end", async () => {
  await site.stop();
  await (await database()).$disconnect();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(0);
});
