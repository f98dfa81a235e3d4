import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./lib/cli/chromium";

const PORT = Number(process.env.E2E_PORT ?? 3210);
const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/playwright",
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  forbidOnly: Boolean(process.env.CI),
  // A retry would hide a race that a candidate would meet. What verify does about it: content/decisions/0033.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${PORT}`,
    actionTimeout: 15_000,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    // Without pictures and copies of the page: taken at every step of every journey, they cost a fifth of the time.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
  },
  webServer: {
    command: "node lib/cli/bootstrap.mjs up",
    url: `http://localhost:${PORT}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { PORT: String(PORT), DATA_DIR: `test-results/data-${PORT}`, LOG_LEVEL: "warn", DATABASE_URL: "" },
    stdout: "pipe",
    stderr: "pipe",
  },
});
