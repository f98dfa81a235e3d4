/** The rows of the test's database: whether any was written, and putting them back as they were. */
import pg from "pg";

/** Counters of the limiter are written by every request, and are emptied before each. */
const NOT_WATCHED = ["_prisma_migrations", "RateLimit"];

export type Rows = {
  /** Names of the tables that differ from what was kept. */
  changed: () => Promise<string[]>;
  restore: (tables: readonly string[]) => Promise<void>;
  forgetLimits: () => Promise<void>;
  close: () => Promise<void>;
};

export async function keepRows(url: string): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const tables = rows.map(({ name }) => name).filter((name) => !NOT_WATCHED.includes(name));
  await client.query("create schema kept");
  for (const table of tables) await client.query(`create table kept."${table}" as table public."${table}"`);
  // One number a table: the sum of its rows' hashes, whatever their order.
  const digests = tables.map(
    (table) =>
      `select '${table}' as name, (select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from public."${table}" t) as digest`,
  );
  const digest = async () => {
    const { rows: found } = await client.query<{ name: string; digest: string }>(digests.join(" union all "));
    return new Map(found.map(({ name, digest: value }) => [name, value]));
  };
  const kept = await digest();
  return {
    changed: async () => {
      const now = await digest();
      return tables.filter((table) => now.get(table) !== kept.get(table));
    },
    restore: async (changed) => {
      if (changed.length === 0) return;
      // Without triggers: rows come back in any order, and nothing cascades.
      await client.query("begin; set local session_replication_role = replica");
      for (const table of changed)
        await client.query(
          `delete from public."${table}"; insert into public."${table}" select * from kept."${table}"`,
        );
      await client.query("commit");
    },
    forgetLimits: async () => void (await client.query('delete from "RateLimit"')),
    close: () => client.end(),
  };
}
