import { currentViewer } from "@/lib/auth/viewer";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Viewer } from "@/lib/viewer";

export type ExportFile = { name: string; type: "text/csv" | "application/json"; body: string };

const STATUS: Partial<Record<ErrorCode, number>> = { "not-found": 404, forbidden: 403, closed: 409 };

/** Names of classes become names of files: letters and digits of any script, the rest is a dash. */
export const fileName = (...parts: string[]): string =>
  parts
    .map((part) => part.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"))
    .join("-")
    .replace(/^-+|-+$/g, "");

/** A file of a class for whoever is signed in; what they may not have is answered in words. */
export async function fileResponse(make: (viewer: Viewer) => Promise<ExportFile>): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  try {
    const { name, type, body } = await make(viewer);
    const ascii = name.replace(/[^\x20-\x7e]/g, "_");
    return new Response(body, {
      headers: {
        "Content-Type": `${type}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const status = error instanceof AppError ? STATUS[error.code] : undefined;
    if (status === undefined) throw error;
    return new Response((error as AppError).message, { status });
  }
}
