import { searchSources } from "@/lib/content/search-documents";
import { buildSearchFiles } from "@/lib/search/index-file";

export const dynamic = "force-static";

/** The texts of /search-index.json, for the sentences around found words. */
export function GET() {
  return Response.json(buildSearchFiles(searchSources()).texts);
}
