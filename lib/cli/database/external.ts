/** The host's own PostgreSQL: asked once before anything is built on it, and its refusals put in words. */
import pg from "pg";

/** Host, port and database, and nothing that is secret. */
function nameOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    const host = searchParams.get("host") ?? (hostname || "localhost");
    return `${host}${port ? `:${port}` : ""}, database ${pathname.slice(1) || "(none named)"}`;
  } catch {
    return "an address that cannot be read; signs like @ : / # in a password are written %40 %3A %2F %23";
  }
}

/** A connection refused on several addresses is one error that holds the others and says nothing itself. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(messageOf))].join("; ");
  return error instanceof Error ? error.message || error.name : String(error);
}

/** @throws saying which server refused and in which words, never the password. */
export async function assertDatabaseAnswers(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("select 1");
    } finally {
      await client.end().catch(() => {});
    }
  } catch (error) {
    throw new Error(
      `DATABASE_URL (${nameOf(url)}) cannot be used: ${messageOf(error)}. Mend it, or leave it unset to use the embedded database.`,
    );
  }
}
