/**
 * One PostgreSQL for a test run with one migrated template database; each test file copies that. The server
 * is the embedded one, or, with TEST_POSTGRES_ROOT (for example /usr/lib/postgresql/15), an installed one.
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { binariesUnder, findPostgresBinaries } from "@/lib/cli/database/binaries";
import { startEmbeddedDatabase } from "@/lib/cli/database/embedded";
import { migrate } from "@/lib/cli/database/migrate";

export const TEMPLATE = "shortlist_template";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServerUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), "shortlist-test-"));
  const installed = process.env.TEST_POSTGRES_ROOT;
  const server = await startEmbeddedDatabase(
    path.join(scratch, "postgres"),
    installed ? binariesUnder(installed, path.basename(installed)) : findPostgresBinaries(),
  );
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  await migrate(server.url.replace("/postgres?", `/${TEMPLATE}?`));
  console.info(`integration tests run on PostgreSQL ${rows[0]?.server_version}`);
  project.provide("databaseServerUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
}
