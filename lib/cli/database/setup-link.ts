/**
 * The one-time link that makes the first administrator. It is printed where the host starts the server, so
 * only who can read that terminal can use it; nobody becomes an administrator by being first to sign up.
 */
import { createHash, randomBytes } from "node:crypto";
import pg from "pg";

const VALID_HOURS = 24;

/** A fresh link while there is no administrator, else null. Earlier unused links stop working. */
export async function createSetupLink(databaseUrl: string, appUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // A connection that breaks fails the query that runs; as an event that nobody hears it would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    const admins = await client.query(`select 1 from "User" where role = 'admin' limit 1`);
    if (admins.rowCount) return null;
    const token = randomBytes(24).toString("base64url");
    await client.query(`delete from "SetupToken" where "usedAt" is null`);
    await client.query(
      `insert into "SetupToken" ("tokenHash", "expiresAt") values ($1, now() + make_interval(hours => $2))`,
      [createHash("sha256").update(token).digest("hex"), VALID_HOURS],
    );
    return `${appUrl}/setup/${token}`;
  } finally {
    await client.end();
  }
}
