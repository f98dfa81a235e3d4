import { searchDocuments } from "@/lib/content/search-documents";

export const dynamic = "force-static";

/** Fetched by the command palette when it is first opened. */
export function GET() {
  return Response.json(searchDocuments());
}
