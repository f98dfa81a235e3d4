import { currentViewer } from "@/lib/auth/viewer";
import { loadReport } from "@/lib/data/report/load-report";
import { AppError } from "@/lib/errors";
import { reportToMarkdown } from "@/lib/grading/report/markdown";

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
    const name = `${report.setup.caseSlug}-${new Date(report.submittedAtMs).toISOString().slice(0, 10)}.md`;
    return new Response(reportToMarkdown(report), {
      headers: {
        "Content-Type": "text/markdown; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found")
      return new Response("Not found.", { status: 404 });
    throw error;
  }
}
