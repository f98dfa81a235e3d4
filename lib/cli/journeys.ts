/**
 * The browser journeys as verify runs them: all of them, and then the few that failed once more, alone, on a server
 * with a fresh database. On two cores a journey sometimes fails of the company it runs in; what fails alone as well is
 * a fault, and so is more than a few (content/decisions/0033).
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";

const RESULTS = "test-results";
const LAST_RUN = `${RESULTS}/last-run.json`;

/** So many may fail beside others and pass alone; from one more on it is no accident. */
export const MOST_RUN_AGAIN = 3;

type Suite = {
  file: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[];
};
/** What we read of Playwright's JSON report. */
export type JourneyReport = {
  suites: Suite[];
  /** Faults outside every journey: a server that did not start, a file that could not be read. */
  errors: unknown[];
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
};
export type JourneyTotals = { passed: number; failed: number; skipped: number; passedOnlyAlone: string[] };
const NO_JOURNEYS: JourneyTotals = { passed: 0, failed: 0, skipped: 0, passedOnlyAlone: [] };

/** "file › title" of the journeys that failed. Those behind one in a series, which did not run, are not among them. */
export function failedJourneys({ suites }: Pick<JourneyReport, "suites">): string[] {
  return suites.flatMap((suite) => [
    ...suite.specs
      .filter(({ tests }) => tests.some(({ status }) => status === "unexpected"))
      .map(({ title }) => `${suite.file} › ${title}`),
    ...failedJourneys({ suites: suite.suites ?? [] }),
  ]);
}

/** Whether what failed is worth a second run: a few journeys, and nothing but journeys. */
export function mayRunAgain(report: JourneyReport): boolean {
  const failed = failedJourneys(report).length;
  return report.errors.length === 0 && failed > 0 && failed <= MOST_RUN_AGAIN;
}

const countOf = ({ stats }: JourneyReport) => stats.expected + stats.flaky + stats.unexpected + stats.skipped;

/** The two runs as one. `again` ran what failed in `first` or did not run behind it; null when there was no second run. */
export function joinRuns(first: JourneyReport, again: JourneyReport | null): JourneyTotals {
  const failed = failedJourneys(again ?? first);
  const passed = first.stats.expected + (again?.stats.expected ?? 0);
  return {
    passed,
    failed: failed.length,
    skipped: countOf(first) - passed - failed.length,
    passedOnlyAlone: again ? failedJourneys(first).filter((name) => !failed.includes(name)) : [],
  };
}

/** One run of Playwright, with its reports under names of its own. Its report is null when it wrote none. */
function play(
  name: string,
  browser: string,
  args: string[],
): { isGood: boolean; report: JourneyReport | null } {
  const file = `${RESULTS}/${name}.json`;
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test", `--output=${RESULTS}/${name}`, ...args],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        PLAYWRIGHT_LAST_RUN_OUTPUT_FILE: LAST_RUN,
      },
    },
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  return { isGood: status === 0 && report !== null, report };
}

/** The databases of the first run, so that the second meets none of its data. */
function removeDatabases(): void {
  for (const name of readdirSync(RESULTS).filter((entry) => entry.startsWith("data-")))
    rmSync(`${RESULTS}/${name}`, { recursive: true, force: true });
}

/** Runs the journeys in `browser`, and those that failed once more, alone. `isGood` is false when one failed twice. */
export function runJourneys(
  browser: string,
  say: (message: string) => void,
): { isGood: boolean; totals: JourneyTotals } {
  const first = play("playwright", browser, []);
  if (!first.report) return { isGood: false, totals: NO_JOURNEYS };
  if (first.isGood || !mayRunAgain(first.report))
    return { isGood: first.isGood, totals: joinRuns(first.report, null) };
  say(`failed beside others, now run again alone:\n${listed(failedJourneys(first.report))}`);
  removeDatabases();
  const again = play("playwright-again", browser, ["--last-failed", "--workers=1"]);
  return { isGood: again.isGood, totals: joinRuns(first.report, again.report) };
}

export const listed = (names: readonly string[]): string => names.map((name) => `   - ${name}`).join("\n");
