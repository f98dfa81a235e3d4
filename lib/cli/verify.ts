/**
 * `npm run verify`: everything that CI runs, in the order in which a fault is cheapest to find. It stops at
 * the first step that fails, prints what each took, and closes with the number of tests.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { buildSite, generateDatabaseClient } from "./build-site";
import { ensureChromium } from "./chromium";
import { type JourneyTotals, listed, runJourneys } from "./journeys";

const RESULTS = "test-results";
const INSTALLED_POSTGRES = "/usr/lib/postgresql";

type Step = { name: string; run: () => void | Promise<void> };

class StepFailed extends Error {}

let journeys: JourneyTotals | null = null;

function node(script: string, args: string[], env: Record<string, string> = {}): void {
  const result = spawnSync(process.execPath, [script, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (result.status !== 0)
    throw new StepFailed(`${script} ${args.join(" ")} exited with ${result.status ?? result.signal}`);
}

/** Vitest leaves a core to an editor; here nobody edits. */
const ALL_CORES = `--maxWorkers=${availableParallelism()}`;

function vitest(
  name: string,
  projects: readonly string[],
  args: readonly string[] = [],
  env: Record<string, string> = {},
): void {
  node(
    "node_modules/vitest/vitest.mjs",
    [
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...args,
      ALL_CORES,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${RESULTS}/vitest-${name}.json`,
    ],
    env,
  );
}

/** They start embedded servers of their own, whatever server the others talk to: once is enough. */
const EMBEDDED_ONLY = ["tests/integration/embedded-database.test.ts", "tests/integration/launcher.test.ts"];

/** Roots of installed servers whose major version is not the embedded one's. */
function otherPostgresRoots(): string[] {
  if (!existsSync(INSTALLED_POSTGRES)) return [];
  return readdirSync(INSTALLED_POSTGRES)
    .filter((version) => version !== "18" && existsSync(`${INSTALLED_POSTGRES}/${version}/bin/postgres`))
    .map((version) => `${INSTALLED_POSTGRES}/${version}`);
}

function integrationElsewhere(): void {
  const roots = otherPostgresRoots();
  if (roots.length === 0)
    console.error("   no other PostgreSQL is installed here; the embedded one was tested");
  for (const root of roots)
    vitest(
      `integration-${root.split("/").at(-1)}`,
      ["integration"],
      EMBEDDED_ONLY.flatMap((file) => ["--exclude", file]),
      { TEST_POSTGRES_ROOT: root },
    );
}

const TSX = ["--import", "tsx"];

const STEPS: Step[] = [
  { name: "database client", run: generateDatabaseClient },
  {
    name: "types",
    run: () => {
      node("node_modules/next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
      node("node_modules/typescript/bin/tsc", ["--noEmit"]);
    },
  },
  {
    name: "lint and format",
    run: () => node("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
  },
  {
    name: "content",
    run: () => {
      const result = spawnSync(process.execPath, [...TSX, "lib/cli/check-content.ts"], {
        stdio: ["ignore", "inherit", "inherit"],
      });
      if (result.status !== 0) throw new StepFailed("content:check found errors");
    },
  },
  {
    name: "unit, architecture and content tests",
    run: () => vitest("unit", ["pure", "unit", "architecture", "content"]),
  },
  { name: "build", run: async () => void (await buildSite((message) => console.error(`   ${message}`))) },
  {
    // The matrix is one long file, so it runs beside the others.
    name: "database tests on the embedded PostgreSQL, and the authorisation matrix",
    run: () => vitest("database", ["integration", "authorisation"]),
  },
  { name: "database tests on other versions", run: integrationElsewhere },
  {
    name: "browser journeys",
    run: () => {
      const say = (message: string) => console.error(`   ${message}`);
      const { isGood, totals } = runJourneys(ensureChromium(say), say);
      journeys = totals;
      if (!isGood) throw new StepFailed("a journey failed; see above");
    },
  },
];

type Totals = { passed: number; failed: number; skipped: number };

function countTests(): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0, ...journeys };
  for (const file of readdirSync(RESULTS).filter((name) => /^vitest.*\.json$/.test(name))) {
    const report = JSON.parse(readFileSync(`${RESULTS}/${file}`, "utf8"));
    totals.passed += report.numPassedTests ?? 0;
    totals.failed += report.numFailedTests ?? 0;
    totals.skipped += report.numPendingTests ?? 0;
  }
  return totals;
}

/** Said last, so that nobody has to look for it. */
function sayPassedOnlyAlone(): void {
  const names = journeys?.passedOnlyAlone ?? [];
  if (names.length > 0)
    console.error(`\n${names.length} passed only when run again, alone:\n${listed(names)}`);
}

/** Cells of the authorisation matrix, when it ran. */
function authorisationLine(): string | null {
  const file = `${RESULTS}/authorisation-count.json`;
  if (!existsSync(file)) return null;
  const { endpoints, cells, passed } = JSON.parse(readFileSync(file, "utf8"));
  return `authorisation: ${cells} cells tested, ${passed} passed, over ${endpoints} endpoints; 0 undeclared (the build checks)`;
}

export async function main(args: string[]): Promise<number> {
  const only = args[0];
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const startedAt = Date.now();
  let failure: string | null = null;
  for (const step of STEPS) {
    if (only && !step.name.includes(only)) continue;
    const stepStart = Date.now();
    console.error(`\n== ${step.name}`);
    try {
      await step.run();
    } catch (error) {
      failure = `${step.name}: ${(error as Error).message}`;
      break;
    }
    console.error(`   done in ${((Date.now() - stepStart) / 1000).toFixed(1)} s`);
  }
  sayPassedOnlyAlone();
  const { passed, failed, skipped } = countTests();
  console.error(
    `\n${failure ? `FAILED at ${failure}` : "everything passed"} in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`,
  );
  const authorisation = authorisationLine();
  if (authorisation) console.log(authorisation);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failure ? 1 : 0;
}
