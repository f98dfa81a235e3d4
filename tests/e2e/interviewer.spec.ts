/** The interviewer of an exam, minute by minute, on a server whose clock the test moves. */
import { startInterview } from "./support/interview";
import { OwnServer } from "./support/own-server";
import { expect, test } from "./support/test";

const PORT = Number(process.env.E2E_PORT ?? 3210) + 2;
const server = new OwnServer(PORT, `test-results/data-${PORT}`);

test.describe.configure({ mode: "serial" });
test.use({ baseURL: server.url });
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await server.start();
});
test.afterAll(() => server.stop());

test("ten minutes on the server's clock are ten minutes on the page", async ({ page }) => {
  await startInterview(page, "Exam");
  const clock = page.getByRole("timer");
  await expect(clock).toContainText(/4[45]:\d\d/);
  await server.advanceMinutes(10);
  await expect(clock).toContainText(/34:\d\d/, { timeout: 12_000 });
});
