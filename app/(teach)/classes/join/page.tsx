import type { Metadata } from "next";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { JoinClassForm } from "@/components/teach/class/join-class-form";
import { NeedsAccount } from "@/components/teach/class/needs-account";
import { currentViewer } from "@/lib/auth/viewer";
import { joinClassAction } from "../actions";

// The code is in the address: it is kept out of search engines and out of the Referer of links that are followed.
export const metadata: Metadata = {
  title: "Join a class",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function JoinClassPage() {
  const viewer = await currentViewer();
  return (
    <PageShell width="medium">
      <PageHeader
        title="Join a class"
        lead="The code makes you a student of it. The staff of the class sees your name, your address and what you hand in there, and nothing of what you practise by yourself."
      />
      {viewer && !viewer.isGuest ? (
        <JoinClassForm join={joinClassAction} />
      ) : (
        <NeedsAccount next="/classes/join" />
      )}
    </PageShell>
  );
}
