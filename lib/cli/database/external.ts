/** The host's own PostgreSQL: asked once before anything is built on it, and its refusals put in words. */
import pg from "pg";

/** Host, port and database, and nothing that is secret. @throws when a part of the password could be taken for a host. */
function nameOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || parsed.hash || parsed.pathname.includes("@"))
    throw new Error(
      "DATABASE_URL cannot be read as an address. In a name or password write @ as %40, : as %3A, / as %2F, # as %23, ? as %3F.",
    );
  const host = parsed.searchParams.get("host") ?? (parsed.hostname || "localhost");
  const port = parsed.port ? `:${parsed.port}` : "";
  return `${host}${port}, database ${parsed.pathname.slice(1) || "not named"}`;
}

/** A connection refused on several addresses is one error that holds the others and says nothing itself. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(messageOf))].join("; ");
  return error instanceof Error ? error.message || error.name : String(error);
}

/** @throws saying which server refused and in which words, never the password. */
export async function assertDatabaseAnswers(url: string): Promise<void> {
  const name = nameOf(url);
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
      `DATABASE_URL (${name}) cannot be used: ${messageOf(error)}. Mend it, or leave it unset to use the embedded database.`,
    );
  }
}
