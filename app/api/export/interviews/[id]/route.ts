import { currentViewer } from "@/lib/auth/viewer";
import { loadReport } from "@/lib/data/report/load-report";
import { readPartnerComparisons } from "@/lib/data/seat/read-partner-comparisons";
import { readSelfScores } from "@/lib/data/self-scores/read-self-scores";
import { AppError } from "@/lib/errors";
import { reportToMarkdown } from "@/lib/grading/report/markdown";
import { stageRatings } from "@/lib/grading/rubric/level";
import { partnersMarkdown } from "@/lib/learning/partner-markdown";
import { compareScores } from "@/lib/learning/self-scores";

export const dynamic = "force-dynamic";

/** The viewer's own report as a Markdown file. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/export/interviews/[id]">,
): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  try {
    const report = await loadReport(viewer, id);
    if (!report) return new Response("The interview is not submitted yet.", { status: 409 });
    const own = await readSelfScores(viewer, id);
    if (!own)
      return new Response("Rate yourself first, or skip it, on the page of the report.", { status: 409 });
    const name = `${report.setup.caseSlug}-${new Date(report.submittedAtMs).toISOString().slice(0, 10)}.md`;
    const partners = await readPartnerComparisons(viewer, id, report.points);
    const markdown = reportToMarkdown(report, compareScores(own, stageRatings(report.points)));
    return new Response(`${markdown}${partnersMarkdown(partners)}`, {
      headers: {
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found")
      return new Response("Not found.", { status: 404 });
    if (error instanceof AppError && error.code === "closed")
      return new Response(error.message, { status: 409 });
    throw error;
  }
}
