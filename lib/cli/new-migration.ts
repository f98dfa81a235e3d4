/**
 * `npm run migration -- NAME`: writes prisma/migrations/<instant>_<name>/migration.sql with what brings the
 * last migration to prisma/schema.prisma. Prisma's own schema engine does the comparing, in its WebAssembly
 * build (the native one is downloaded at run time, which a closed network does not allow), against a
 * throw-away PGlite: its adapter reads the catalogue types that the engine asks for, which the pg adapter does not.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const MIGRATIONS = path.resolve("prisma/migrations");
const SCHEMA = path.resolve("prisma/schema.prisma");

type WasmGlue = typeof engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

async function loadEngine(): Promise<typeof engine> {
  const glue = engine as WasmGlue;
  const wasmPath = path.resolve("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const module = await WebAssembly.compile(readFileSync(wasmPath));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": glue as never });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

function migrationDirectories() {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"),
        },
      },
    }));
}

async function differenceToSchema(): Promise<string> {
  const { SchemaEngine } = await loadEngine();
  const schema = readFileSync(SCHEMA, "utf8");
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite()));
  const instance = await SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => {}, factory);
  const filters = { externalTables: [], externalEnums: [] };
  const result = await instance.diff({
    from: {
      tag: "migrations",
      baseDir: MIGRATIONS,
      lockfile: {
        path: "migration_lock.toml",
        content: readFileSync(path.join(MIGRATIONS, "migration_lock.toml"), "utf8"),
      },
      shadowDbInitScript: "",
      migrationDirectories: migrationDirectories(),
    },
    to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: schema }] },
    script: true,
    exitCode: null,
    filters,
  });
  return result.stdout ?? "";
}

async function main(): Promise<number> {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error("usage: npm run migration -- name_in_snake_case");
    return 2;
  }
  const sql = await differenceToSchema();
  if (!sql.trim() || sql.includes("This is an empty migration")) {
    console.error("The migrations already lead to prisma/schema.prisma. Nothing was written.");
    return 0;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = path.join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(path.join(directory, "migration.sql"), sql);
  console.error(`wrote ${path.relative(process.cwd(), directory)}/migration.sql`);
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
