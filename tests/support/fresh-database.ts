/** Gives each integration test file a database of its own, a copy of the migrated template. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { TEMPLATE } from "./database-server";

const serverUrl = inject("databaseServerUrl");
const name = `test_${randomUUID().replaceAll("-", "")}`;

const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
await client.query(`create database ${name} template ${TEMPLATE}`);
await client.end();

process.env.DATABASE_URL = serverUrl.replace("/postgres?", `/${name}?`);
process.env.AUTH_SECRET = "integration-test-secret-of-sufficient-length";

afterAll(async () => {
  const { database } = await import("@/lib/data/database");
  await (await database()).$disconnect();
});
