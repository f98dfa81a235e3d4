import { describe, expect, it } from "vitest";
import { loadCase } from "@/lib/content/load";
import { modelAnswerOf } from "@/lib/content/model-answer";
import { startInterview } from "@/lib/data/interview/start-interview";
import { loadReport } from "@/lib/data/report/load-report";
import {
  createShareLink,
  listShareLinks,
  loadSharedReport,
  revokeShareLink,
} from "@/lib/data/report/share-links";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { LEVELS, type Level, type Stage } from "@/lib/framework/stages";
import { reportToMarkdown } from "@/lib/grading/report/markdown";
import { reportSchema } from "@/lib/grading/report/schema";
import type { Viewer } from "@/lib/viewer";
import { createViewer } from "../support/people";
import { takeInterview as takeUnrevealed } from "../support/taken-interview";

const CASE = "video-recommendation";
const MINUTE_MS = 60_000;
const start = new Date("2026-11-22T10:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * MINUTE_MS);

/** Submitted, and its report looked at. */
async function takeInterview(
  viewer: Viewer,
  level: Level,
  texts: Partial<Record<Stage, string>>,
  board = "",
): Promise<string> {
  const interviewId = await takeUnrevealed(viewer, { level, texts, board, start });
  await revealReport(viewer, { interviewId, scores: {} }, at(41));
  return interviewId;
}

describe("the report", () => {
  it.each(LEVELS)(
    "of a strong %s answer credits it, quotes it exactly and gives no level in coach mode",
    async (level) => {
      const viewer = await createViewer();
      const report = await loadReport(viewer, await takeInterview(viewer, level, modelAnswerOf(CASE, level)));
      expect(report?.score.value).toBeGreaterThan(0.8);
      expect(report?.levelVerdict).toBeNull();
      expect(report?.pitfalls).toEqual([]);
      for (const { receipt, credit } of report?.points ?? []) {
        if (receipt)
          expect(report?.answers[receipt.part]?.slice(receipt.start, receipt.end)).toBe(receipt.quote);
        else expect(credit).toBe(0);
      }
    },
  );

  it.each(
    loadCase(CASE).answers.flatMap(({ frontmatter, stages }) =>
      frontmatter.kind === "naive" ? [{ ...frontmatter, stages }] : [],
    ),
  )("finds the pitfall $pitfall in the answer that has it", async ({ pitfall, stages }) => {
    const viewer = await createViewer();
    const report = await loadReport(viewer, await takeInterview(viewer, "senior", stages));
    expect(report?.pitfalls.map((found) => found.pitfall)).toContain(pitfall);
    expect(report?.nextSteps.length).toBeGreaterThan(0);
  });

  it("names both places of a contradiction and what the board lacks, on the page's data and in the file", async () => {
    const viewer = await createViewer();
    const texts = {
      data: "Features are the last 50 watches and the past click rate. We split the rows randomly, 80 to 20.",
    };
    const board = "App -> Feed service -> Ranker\nFeed service -> Event log\nTrainer -> Ranker";
    const report = await loadReport(viewer, await takeInterview(viewer, "mid", texts, board));
    const found = (id: string) => report?.findings?.find((finding) => finding.id === id);
    const quotes = found("random-split-of-what-changes")?.places.map(
      (place) => "quote" in place && place.quote,
    );
    expect(quotes).toEqual([
      "We split the rows randomly, 80 to 20.",
      "Features are the last 50 watches and the past click rate.",
    ]);
    expect(found("log-without-training")?.places).toMatchObject([{ place: "board", edge: null }]);
    const file = report ? reportToMarkdown(report) : "";
    expect(file).toContain("## Where your design disagrees with itself");
    expect(file).toContain("> We split the rows randomly, 80 to 20.");
    expect(file).toContain("## What your board shows");
    expect(file).toContain("> Event log … Trainer (no connection)");
  });

  it("from before there were findings stays readable", async () => {
    const viewer = await createViewer();
    const report = await loadReport(viewer, await takeInterview(viewer, "mid", {}));
    const { findings: _, ...old } = report ?? {};
    expect(reportToMarkdown(reportSchema.parse(old))).not.toContain("disagrees");
  });

  it("of nothing written scores nothing and still says what to do", async () => {
    const viewer = await createViewer();
    const report = await loadReport(viewer, await takeInterview(viewer, "mid", {}));
    expect(report?.score.value).toBe(0);
    expect(report?.nextSteps).toHaveLength(3);
    expect(report && reportToMarkdown(report)).toContain("Practise next");
  });

  it("is the owner's alone, and is not there before submission", async () => {
    const [owner, other] = [await createViewer(), await createViewer()];
    const interviewId = await takeInterview(owner, "mid", {});
    await expect(loadReport(other, interviewId)).rejects.toMatchObject({ code: "not-found" });
    await expect(createShareLink(other, interviewId, 7, at(50))).rejects.toMatchObject({ code: "not-found" });
    const setup = {
      caseSlug: CASE,
      level: "mid",
      mode: "exam",
      lengthMinutes: 30,
      timeMultiplier: 1,
    } as const;
    const running = await startInterview(owner, setup, start);
    expect(await loadReport(owner, running.interviewId)).toBeNull();
    await expect(createShareLink(owner, running.interviewId, 7, at(5))).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("a share link", () => {
  it("shows the report until it expires or is revoked, and only its owner can revoke it", async () => {
    const [owner, other] = [await createViewer(), await createViewer()];
    const interviewId = await takeInterview(owner, "mid", {});
    const { token } = await createShareLink(owner, interviewId, 1, at(50));
    expect(await loadSharedReport(token, at(51))).not.toBeNull();
    expect(await loadSharedReport(`${token}x`, at(51))).toBeNull();
    expect(await loadSharedReport(token, at(50 + 24 * 60 + 1))).toBeNull();
    const [link] = await listShareLinks(owner, interviewId, at(51));
    await expect(revokeShareLink(other, link?.id ?? "", at(52))).rejects.toMatchObject({ code: "not-found" });
    await revokeShareLink(owner, link?.id ?? "", at(52));
    expect(await loadSharedReport(token, at(53))).toBeNull();
    expect(await listShareLinks(other, interviewId, at(51))).toEqual([]);
  });
});
