import { exportClasses } from "@/lib/data/class/export-classes";
import { fileResponse } from "./file-response";

export const dynamic = "force-dynamic";

/** What is kept of the viewer in classes, those they were removed from or have left included. */
export const GET = (): Promise<Response> =>
  fileResponse(async (viewer) => ({
    name: "shortlist-classes.json",
    type: "application/json",
    body: JSON.stringify(await exportClasses(viewer), null, 2),
  }));
