/** What a browser was sent during an exam, held against what nobody may be told before submitting. */
import { expect, type Page } from "@playwright/test";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { INTERVIEW_URL } from "./interview";
import { secretsOfTheCase } from "./video-case";

export type Seen = { url: string; body: string };

/** Everything readable that the server sends to this page: HTML, React's data, results of actions. Not its code. */
export function recordBodies(page: Page): () => Promise<Seen[]> {
  const bodies: Promise<Seen>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (!/html|x-component|json|text\/plain/.test(type)) return;
    const body = response.text().catch(() => "");
    bodies.push(body.then((text) => ({ url: response.url(), body: text })));
  });
  return () => Promise.all(bodies);
}

const isOfInterview = ({ url }: Seen): boolean => INTERVIEW_URL.test(new URL(url).pathname);

/** What was not said aloud, and so is still secret. */
export const secretsUnsaid = (said: string): string[] =>
  secretsOfTheCase().filter((secret) => !said.includes(secret));

export const leaksIn = (sent: readonly Seen[], secrets: readonly string[]): string[] =>
  sent.flatMap(({ url, body }) =>
    secrets.filter((secret) => body.includes(secret)).map((secret) => `${url}: ${secret}`),
  );

/** The titles as labels: an element of their own, or a line of their own. */
export async function expectNoStageTitles(page: Page, what: string): Promise<void> {
  const main = page.getByRole("main");
  const [html, lines] = [await main.innerHTML(), (await main.innerText()).split("\n")];
  for (const { title } of STAGES.map((stage) => STAGE_INFO[stage])) {
    expect(html, what).not.toContain(`>${title}<`);
    expect(html, what).not.toContain(`"${title}"`);
    expect(
      lines.map((line) => line.replace(/^\d\s*/, "").trim()),
      what,
    ).not.toContain(title);
  }
}

/** Nothing that was sent for the interview names a stage, neither by its title nor by its key. */
export function expectNoStagesIn(sent: readonly Seen[]): void {
  const ofInterview = sent.filter(isOfInterview);
  expect(ofInterview.length).toBeGreaterThan(2);
  for (const { url, body } of ofInterview)
    for (const stage of STAGES) {
      expect(body, url).not.toContain(STAGE_INFO[stage].title);
      expect(body, url).not.toContain(`"stage":"${stage}"`);
    }
}
