import { searchSources } from "@/lib/content/search-documents";
import { buildSearchFiles } from "@/lib/search/index-file";

export const dynamic = "force-static";

/** Fetched by the command palette when it is first opened. */
export function GET() {
  return Response.json(buildSearchFiles(searchSources()).file);
}
