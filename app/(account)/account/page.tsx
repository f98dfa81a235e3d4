import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountPage, AccountSection } from "@/components/account/account-page";
import { ChangePasswordForm, DeleteAccount, SignOutButton } from "@/components/account/account-panel";
import { SessionList } from "@/components/account/session-list";
import { currentViewer } from "@/lib/auth/viewer";
import { listSessions } from "@/lib/data/session/list-sessions";
import {
  changePasswordAction,
  deleteAccountAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  signOutAction,
} from "../actions";

export const metadata: Metadata = { title: "Account" };

const instant = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});

export default async function AccountRoute() {
  const viewer = await currentViewer();
  if (!viewer || viewer.isGuest) redirect("/sign-in?next=/account");
  const sessions = await listSessions(viewer, new Date());
  const rows = sessions.map(({ id, device, startedAt, isCurrent }) => ({
    id,
    device,
    isCurrent,
    startedAt: `${instant.format(startedAt)} UTC`,
  }));
  return (
    <AccountPage title={viewer.name} lead={`Signed in as ${viewer.role}.`}>
      <SignOutButton action={signOutAction} />
      <AccountSection title="Where you are signed in">
        <SessionList sessions={rows} revoke={revokeSessionAction} revokeOthers={revokeOtherSessionsAction} />
      </AccountSection>
      {viewer.role === "admin" && (
        <AccountSection title="This Shortlist">
          <p className="text-sm">
            <Link href="/host" className="text-accent underline underline-offset-2">
              The language model, and who makes classes
            </Link>
          </p>
        </AccountSection>
      )}
      <AccountSection title="Password">
        <ChangePasswordForm action={changePasswordAction} />
      </AccountSection>
      <AccountSection title="Take away">
        <p className="text-sm">
          <a href="/api/export/language-model" download className="text-accent underline underline-offset-2">
            What a language model did for you (JSON)
          </a>
        </p>
        <p className="text-sm">
          <a href="/api/export/classes" download className="text-accent underline underline-offset-2">
            What is kept of you in classes (JSON)
          </a>
        </p>
      </AccountSection>
      <AccountSection title="Delete">
        <p className="text-sm text-ink-2">
          Deletes the account and everything in it, what you handed in to classes included. A class whose only
          instructor you are needs another one first.
        </p>
        <div>
          <DeleteAccount action={deleteAccountAction} />
        </div>
      </AccountSection>
    </AccountPage>
  );
}
