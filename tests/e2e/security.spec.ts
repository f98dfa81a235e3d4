import { expect, test } from "./support/test";

const PAGES = [
  "/",
  "/framework/data",
  "/cases/video-recommendation",
  "/interviews/new?case=video-recommendation",
  "/sign-in",
  "/no-such-page",
];

test("every page carries the security headers and is cross-origin isolated", async ({
  request,
  page,
  faults,
}) => {
  faults.allow(/404/);
  for (const path of PAGES) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toContain("default-src 'self'");
    expect(headers["content-security-policy"], path).not.toContain("unsafe-eval'  ");
    expect(headers["content-security-policy"]?.match(/script-src [^;]*/)?.[0], path).not.toContain(
      "'unsafe-inline'",
    );
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["cross-origin-embedder-policy"], path).toBe("require-corp");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
  await page.goto("/lab/video");
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
});

/** Posts a captured server action again with other headers, as a foreign page or a script would. */
test("a server action is refused without our own Origin, even with a forged forwarding header", async ({
  page,
  request,
  baseURL,
  faults,
}) => {
  faults.allow(/status of (4|5)\d\d/);
  await page.goto("/sign-up");
  const captured = page.waitForRequest(
    (candidate) => candidate.method() === "POST" && "next-action" in candidate.headers(),
  );
  await page.getByLabel("Name").fill("Probe");
  await page.getByLabel("Email").fill("probe@example.org");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make the account" }).click();
  const original = await captured;
  const action = original.headers()["next-action"] as string;
  const stolen = JSON.stringify([
    { name: "Mallory", email: `mallory-${Date.now()}@example.org`, password: "long enough password" },
  ]);
  const variants: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: `${baseURL}.evil.example` },
  ];
  for (const headers of variants) {
    const response = await request.post("/sign-up", {
      data: stolen,
      headers: { ...headers, "next-action": action, "content-type": "text/plain;charset=UTF-8" },
    });
    expect(await response.text(), JSON.stringify(headers)).not.toContain('"ok":true');
    expect(response.headers()["set-cookie"] ?? "", JSON.stringify(headers)).not.toContain("session_token");
  }
  const honest = await request.post("/sign-up", {
    data: stolen,
    headers: { origin: baseURL as string, "next-action": action, "content-type": "text/plain;charset=UTF-8" },
  });
  expect(await honest.text()).toContain('"ok":true');

  // A save that is on its way when its page is left arrives at the next page's address; it must not be lost.
  const late = await request.post("/framework", {
    data: stolen.replace("mallory-", "late-"),
    headers: { origin: baseURL as string, "next-action": action, "content-type": "text/plain;charset=UTF-8" },
  });
  expect(await late.text()).toContain('"ok":true');
});
