/** What a browser was sent during an exam, held against what nobody may be told before submitting. */
import type { Page } from "@playwright/test";
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

export const isOfInterview = ({ url }: Seen): boolean => INTERVIEW_URL.test(new URL(url).pathname);

/** What was not said aloud, and so is still secret. */
export const secretsUnsaid = (said: string): string[] =>
  secretsOfTheCase().filter((secret) => !said.includes(secret));

export const leaksIn = (sent: readonly Seen[], secrets: readonly string[]): string[] =>
  sent.flatMap(({ url, body }) =>
    secrets.filter((secret) => body.includes(secret)).map((secret) => `${url}: ${secret}`),
  );
