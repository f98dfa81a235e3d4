import { assignmentCsv, gradebookCsv } from "@/lib/classroom/gradebook/gradebook-csv";
import { loadAssignmentGrades } from "@/lib/data/gradebook/load-assignment-grades";
import { loadGradebook } from "@/lib/data/gradebook/load-gradebook";
import { noteExport } from "@/lib/data/gradebook/note-export";
import { fileName, fileResponse } from "../../file-response";

export const dynamic = "force-dynamic";

/** The gradebook, or with ?assignment=ID the grades of one assignment under the labels that may be shown. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/export/classes/[classId]/gradebook.csv">,
): Promise<Response> {
  const { classId } = await params;
  const assignmentId = new URL(request.url).searchParams.get("assignment");
  return fileResponse(async (viewer) => {
    const now = new Date();
    const file = "gradebook.csv";
    if (assignmentId !== null) {
      const { className, assignment, grades } = await loadAssignmentGrades(
        viewer,
        classId,
        assignmentId,
        now,
      );
      await noteExport(viewer, classId, { file, rows: grades.length, assignmentId }, now);
      const name = `${fileName(className, assignment.title, "grades")}.csv`;
      return { name, type: "text/csv", body: assignmentCsv(assignment, grades) };
    }
    const { membership, assignments, rows } = await loadGradebook(viewer, classId, now);
    await noteExport(viewer, classId, { file, rows: rows.length }, now);
    const name = `${fileName(membership.className, "gradebook")}.csv`;
    return { name, type: "text/csv", body: gradebookCsv(rows, assignments) };
  });
}
