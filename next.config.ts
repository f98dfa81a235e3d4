import { fileURLToPath } from "node:url";
import createMDX from "@next/mdx";
import type { NextConfig } from "next";

const withMDX = createMDX({
  options: {
    // Turbopack passes plugins to its loader by name.
    remarkPlugins: [
      "remark-frontmatter",
      ["remark-mdx-frontmatter", { name: "frontmatter" }],
      "remark-gfm",
      "remark-math",
      fileURLToPath(new URL("./lib/content/remark-typography.mjs", import.meta.url)),
      fileURLToPath(new URL("./lib/content/remark-glossary.mjs", import.meta.url)),
    ],
    rehypePlugins: [
      "rehype-slug",
      "rehype-katex",
      [
        "rehype-pretty-code",
        { theme: { light: "github-light", dark: "github-dark-dimmed" }, keepBackground: false },
      ],
    ],
  } as never,
});

/** Sent with every response; the Content-Security-Policy is added in proxy.ts, which knows the page. */
const securityHeaders = [
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Embedder-Policy", value: "require-corp" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(self), payment=(), usb=()" },
];

const config: NextConfig = {
  pageExtensions: ["ts", "tsx", "mdx"],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks the types of everything, tests too; a host who starts a release need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A roster of 1 MB and what its quotes and line ends take on the way; every action bounds its own fields.
  experimental: { optimizePackageImports: ["d3"], serverActions: { bodySizeLimit: "2mb" } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Every page starts with them, so they are not asked for again on each.
    { source: "/theme.js", headers: [{ key: "Cache-Control", value: "public, max-age=3600" }] },
    { source: "/early-search.js", headers: [{ key: "Cache-Control", value: "public, max-age=3600" }] },
  ],
};

export default withMDX(config);
