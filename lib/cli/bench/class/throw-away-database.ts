/** An empty, migrated PostgreSQL in a temporary folder, gone when the work is done. */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbeddedDatabase } from "../../database/embedded";
import { migrate } from "../../database/migrate";

/** Sets DATABASE_URL for the data functions before `work` runs. */
export async function withThrowAwayDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), "shortlist-bench-"));
  const server = await startEmbeddedDatabase(path.join(scratch, "postgres"));
  try {
    await migrate(server.url);
    process.env.DATABASE_URL = server.url;
    process.env.AUTH_SECRET = "a-secret-for-a-database-that-is-thrown-away";
    return await work(server.url);
  } finally {
    const { database } = await import("@/lib/data/database");
    await (await database()).$disconnect();
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}
