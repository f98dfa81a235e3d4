/**
 * Applies prisma/migrations to a database and records them in Prisma's own `_prisma_migrations` table with
 * Prisma's own checksums, so that Prisma's tools see an ordinary, fully migrated database. (The engine that
 * `prisma migrate deploy` runs is downloaded at run time and is not there on a closed network.)
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Any constant: two processes that start at once take turns on it. */
const ADVISORY_LOCK = 72_707_369;

const HISTORY_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

type Migration = { name: string; sql: string; checksum: string };

export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) values ($1, $2, now(), $3, 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`);
  }
}

/**
 * Brings the database to the newest migration. Each migration is one transaction: a failed one leaves the
 * database as it was. @returns the names that were applied.
 * @throws when the history holds a migration that is unknown here or was edited after it had been applied.
 */
export async function migrate(url: string, directory = path.resolve("prisma/migrations")): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks fails the query that runs; as an event that nobody hears it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await client.query(HISTORY_TABLE);
    const history = await client.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations where rolled_back_at is null and finished_at is not null",
    );
    const known = new Map(readMigrations(directory).map((migration) => [migration.name, migration]));
    for (const row of history.rows) {
      const migration = known.get(row.migration_name);
      if (!migration)
        throw new Error(
          `The database has migration ${row.migration_name}, which this version does not know. Start a newer version.`,
        );
      if (migration.checksum !== row.checksum)
        throw new Error(
          `Migration ${row.migration_name} was changed after it had been applied. Restore the file.`,
        );
      known.delete(row.migration_name);
    }
    for (const migration of known.values()) await applyOne(client, migration);
    return [...known.keys()];
  } catch (error) {
    throw new Error(`The database could not be brought up to date. ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => {});
  }
}
