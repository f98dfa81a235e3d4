import { loadGradebook } from "@/lib/data/gradebook/load-gradebook";
import { noteExport } from "@/lib/data/gradebook/note-export";
import { fileName, fileResponse } from "../../file-response";

export const dynamic = "force-dynamic";

/** The gradebook as data: the assignments, and each student with a cell for each of them in that order. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/export/classes/[classId]/gradebook.json">,
): Promise<Response> {
  const { classId } = await params;
  return fileResponse(async (viewer) => {
    const now = new Date();
    const { membership, assignments, rows } = await loadGradebook(viewer, classId, now);
    await noteExport(viewer, classId, { file: "gradebook.json", rows: rows.length }, now);
    const content = {
      class: { name: membership.className, timeZone: membership.timeZone },
      exportedAt: now.toISOString(),
      assignments,
      students: rows.map(({ student: { userId, ...student }, ...row }) => ({
        ...student,
        hasJoined: userId !== null,
        ...row,
      })),
    };
    const name = `${fileName(membership.className, "gradebook")}.json`;
    return { name, type: "application/json", body: JSON.stringify(content, null, 2) };
  });
}
