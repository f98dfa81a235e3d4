/** How long the class's pages take to load through the product's own data functions, as a page would call them. */
import { gradebookCsv } from "@/lib/classroom/gradebook/gradebook-csv";
import { gradebookPage, gradebookViewSchema } from "@/lib/classroom/gradebook/rows";
import { parseGradingView, QUEUE_ORDERS } from "@/lib/classroom/grading/view";
import { loadGradebook } from "@/lib/data/gradebook/load-gradebook";
import { loadStatistics } from "@/lib/data/gradebook/load-statistics";
import { loadQueue } from "@/lib/data/grading/load-queue";
import { loadSubmission } from "@/lib/data/grading/load-submission";
import { STAGES } from "@/lib/framework/stages";
import type { SeededClass } from "./seed-class";

const QUEUE_OPENS = 60;
const NEXT_SUBMISSIONS = 80;
const REPEATS = 5;

/** Milliseconds of each run; the result is serialised as part of it, as it is for a page. */
async function timed(runs: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    JSON.stringify(await run(i));
    times.push(performance.now() - start);
  }
  return times;
}

/** Nearest rank: the smallest time that at least this share of the runs did not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((first, second) => first - second);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return Math.round(value * 10) / 10;
}

/** Opens the queue in every order, by student and by each stage, on its first pages. */
const openQueues = ({ classId, assignmentId, instructor, now }: SeededClass) =>
  timed(QUEUE_OPENS, (i) => {
    const view = parseGradingView({
      order: QUEUE_ORDERS[i % QUEUE_ORDERS.length],
      stage: i % 2 === 0 ? null : STAGES[i % STAGES.length],
      page: 1 + (i % 4),
    });
    return loadQueue(instructor, { classId, assignmentId }, view, now);
  });

/** Steps from submission to submission as a grader does, in the order of the queue. */
async function stepOn({ classId, assignmentId, instructor, now }: SeededClass): Promise<number[]> {
  const view = parseGradingView({});
  const { rows } = await loadQueue(instructor, { classId, assignmentId }, view, now);
  let submissionId = rows[0]?.submissionId ?? "";
  return timed(NEXT_SUBMISSIONS, async () => {
    const found = await loadSubmission(instructor, { classId, assignmentId, submissionId }, view, now);
    submissionId = found.neighbours.nextOpen ?? found.neighbours.next ?? submissionId;
    return found;
  });
}

export async function measureClass(seeded: SeededClass, say: (text: string) => void) {
  const { classId, assignmentId, instructor, now } = seeded;
  say("the queue is opened");
  const queue = await openQueues(seeded);
  say("submissions are stepped through");
  const next = await stepOn(seeded);
  say("the gradebook is read");
  const gradebook = await timed(REPEATS, async () => {
    const { rows, assignments, sections } = await loadGradebook(instructor, classId, now);
    return [gradebookPage(rows, assignments, gradebookViewSchema.parse({ sort: "total" })), sections];
  });
  const csv = await timed(REPEATS, async () => {
    const { rows, assignments } = await loadGradebook(instructor, classId, now);
    return gradebookCsv(rows, assignments);
  });
  const statistics = await timed(REPEATS, () => loadStatistics(instructor, classId, assignmentId));
  return {
    queueOpenMsP50: percentile(queue, 0.5),
    queueOpenMsP95: percentile(queue, 0.95),
    nextSubmissionMsP50: percentile(next, 0.5),
    nextSubmissionMsP95: percentile(next, 0.95),
    gradebookMs: percentile(gradebook, 0.5),
    csvMs: percentile(csv, 0.5),
    statisticsMs: percentile(statistics, 0.5),
  };
}
