import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SkipLink } from "@/components/layout/skip-link";
import { publicAddress } from "@/lib/env";
import { mono, sans, serif } from "./fonts/fonts";
import "./globals.css";

const description =
  "Practise the ML system design interview, read the quoted words behind every point of the score, and run the pipeline itself in your browser.";

export const metadata: Metadata = {
  // Pictures of shared links need a whole address. Pages are prerendered, so it is the one of the build.
  metadataBase: publicAddress(),
  title: { default: "Shortlist: the ML design interview you can run", template: "%s · Shortlist" },
  description,
  applicationName: "Shortlist",
  openGraph: { siteName: "Shortlist", type: "website", description },
  twitter: { card: "summary_large_image" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#141513" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // theme.js sets data-theme, and early-search.js data-asked, before React arrives.
    <html
      lang="en"
      className={`${sans.variable} ${serif.variable} ${mono.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* Blocking on purpose: it must run before the first paint, or dark pages flash. */}
        <script src="/theme.js" />
        <script src="/early-search.js" async />
      </head>
      <body className="flex min-h-dvh flex-col">
        <SkipLink />
        <SiteHeader />
        <div className="flex-1">{children}</div>
        <SiteFooter />
      </body>
    </html>
  );
}
