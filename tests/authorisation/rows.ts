/** The rows of the test's database: whether any was written, even with what it held, and putting them back as they were. */
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
  // Two numbers a table: its rows, and the sum of the transactions that wrote them. Reading what the rows hold takes ten times as long.
  const text = tables
    .map(
      (table) =>
        `select '${table}' as name, (select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from public."${table}") as mark`,
    )
    .join(" union all ");
  const marks = async () => {
    const { rows: found } = await client.query<{ name: string; mark: string }>({ name: "marks", text });
    return new Map(found.map(({ name, mark }) => [name, mark]));
  };
  let kept = await marks();
  return {
    changed: async () => {
      const now = await marks();
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
      kept = await marks();
    },
    forgetLimits: async () => void (await client.query('delete from "RateLimit"')),
    close: () => client.end(),
  };
}
