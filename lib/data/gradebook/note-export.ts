/** Says in the class's log that a file left it: which, of whom, by whom. Called before the file is handed out. */
import "server-only";
import { MEMBERS } from "@/lib/classroom/roles";
import { appendClassLog } from "@/lib/data/class/append-log";
import { requireMember } from "@/lib/data/class/membership";
import { database } from "@/lib/data/database";
import type { Viewer } from "@/lib/viewer";

export type ExportedFile = {
  file: "gradebook.csv" | "gradebook.json" | "record.json";
  rows: number;
  assignmentId?: string;
  studentId?: string;
};

export async function noteExport(
  viewer: Viewer,
  classId: string,
  { file, rows, ...about }: ExportedFile,
  now: Date,
): Promise<void> {
  const db = await database();
  await db.$transaction(async (tx) => {
    await requireMember(tx, viewer, classId, MEMBERS);
    await appendClassLog(tx, viewer, [{ classId, kind: "exported", ...about, after: { file, rows } }], now);
  });
}
