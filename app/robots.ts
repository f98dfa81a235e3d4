import type { MetadataRoute } from "next";

/** Reading pages may be indexed; what belongs to one person may not. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/interviews/", "/account", "/shared/"] },
  };
}
