/** Links: internal ones lead to a page and an anchor that exist, external ones use https, images are our own. */
import { pageOf, type Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import type { ContentFiles } from "@/lib/content/parse";

export function checkLinks(files: ContentFiles, site: Site): ContentError[] {
  return [...site.inspections].flatMap(([file, { links }]) =>
    links.flatMap(({ url, image, line, column }) => {
      const message = image ? imageProblem(url) : linkProblem(site, url, pageOf(files, file));
      return message ? [{ file, line, column, field: image ? "image" : "link", message }] : [];
    }),
  );
}

/** What is wrong with a link on `page`, or null. */
export function linkProblem(site: Site, url: string, page: string | null): string | null {
  if (/^(https|mailto):/.test(url)) return null;
  if (!url.startsWith("/") && !url.startsWith("#")) {
    return `${url} is neither a path of this site (/…), an anchor (#…) nor an https address.`;
  }
  const [target = "", anchor] = url.split("#");
  const path = target.split("?")[0] || page;
  if (path === null) return `${url} needs the path of its page: this file is no page of its own.`;
  const anchors = site.pages.get(path);
  if (!anchors) return `${path} is not a page.`;
  if (anchor === undefined || anchors.has(anchor)) return null;
  return `#${anchor} is no heading of ${path}.${suggestion(anchor, anchors)}`;
}

const imageProblem = (url: string): string | null =>
  url.startsWith("/")
    ? null
    : `${url} is not served by this site: put the image into public/ and name it /….`;

/** The anchor that shares the most words, when one shares any. */
function suggestion(anchor: string, anchors: ReadonlySet<string>): string {
  const words = new Set(anchor.split("-"));
  const shared = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const best = [...anchors].sort((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && shared(best) > 0 ? ` Did you mean #${best}?` : "";
}
