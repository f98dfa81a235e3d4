import { exportRecord } from "@/lib/data/gradebook/export-record";
import { noteExport } from "@/lib/data/gradebook/note-export";
import { fileName, fileResponse } from "../../../file-response";

export const dynamic = "force-dynamic";

/** One student's whole record, for the staff of the class or for that student. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/export/classes/[classId]/students/[studentId]">,
): Promise<Response> {
  const { classId, studentId } = await params;
  return fileResponse(async (viewer) => {
    const now = new Date();
    const record = await exportRecord(viewer, classId, studentId, now);
    const rows = record.assignments.length;
    await noteExport(viewer, classId, { file: "record.json", rows, studentId }, now);
    const name = `${fileName(record.class.name, record.student.name)}.json`;
    return { name, type: "application/json", body: JSON.stringify(record, null, 2) };
  });
}
