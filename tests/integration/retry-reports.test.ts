import { expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import * as build from "@/lib/data/report/build-report";
import { MAX_TRIES, retryReports } from "@/lib/data/report/retry-reports";
import { setLogLevel } from "@/lib/log";
import { createViewer } from "../support/people";
import { takeInterview } from "../support/taken-interview";

vi.mock("@/lib/data/report/build-report", { spy: true });

const start = new Date("2026-11-22T10:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** Submitted after 40 minutes, and without a report, as if it could not be built then. */
async function withoutReport(): Promise<string> {
  const texts = { data: "We split by time." };
  const interviewId = await takeInterview(await createViewer(), { level: "mid", texts, start });
  await (await database()).report.deleteMany({ where: { interviewId } });
  return interviewId;
}
const hasReport = async (interviewId: string) =>
  (await (await database()).report.count({ where: { interviewId } })) === 1;

it("builds a report that failed at its submission, not while that may still be at work, and once", async () => {
  const interviewId = await withoutReport();
  expect(await retryReports(at(40.5))).toBe(0);
  expect(await retryReports(at(42))).toBe(1);
  expect(await hasReport(interviewId)).toBe(true);
  expect(await retryReports(at(43))).toBe(0);
});

it("waits longer after each failure and gives up in the end", async () => {
  await withoutReport();
  setLogLevel("silent");
  const spy = vi.mocked(build.buildReport).mockRejectedValue(new Error("cannot be built"));
  spy.mockClear();
  const triedAt: number[] = [];
  for (let minute = 42; minute < 42 + 2 ** (MAX_TRIES + 1); minute++) {
    const before = spy.mock.calls.length;
    expect(await retryReports(at(minute))).toBe(0);
    if (spy.mock.calls.length > before) triedAt.push(minute - 42);
  }
  expect(triedAt).toEqual([0, 1, 3, 7, 15, 31]);
});
