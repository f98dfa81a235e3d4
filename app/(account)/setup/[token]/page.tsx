import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { ClaimAdminButton } from "@/components/account/claim-admin-button";
import { LinkButton } from "@/components/ui/link-button";
import { currentViewer } from "@/lib/auth/viewer";
import { claimAdminAction } from "../../actions";

export const metadata: Metadata = { title: "Set up", robots: { index: false } };

export default async function SetupPage({ params }: PageProps<"/setup/[token]">) {
  const { token } = await params;
  const viewer = await currentViewer();
  const here = encodeURIComponent(`/setup/${token}`);
  return (
    <AccountPage
      title="Set up this Shortlist"
      lead="This link was printed where the server was started. It makes one account the administrator and then stops working."
    >
      {viewer && !viewer.isGuest ? (
        <ClaimAdminButton token={token} action={claimAdminAction} />
      ) : (
        <div className="grid justify-items-start gap-3">
          <p>First make the account that shall be the administrator, or sign in to it.</p>
          <div className="flex gap-2">
            <LinkButton variant="primary" href={`/sign-up?next=${here}`}>
              Make an account
            </LinkButton>
            <LinkButton href={`/sign-in?next=${here}`}>Sign in</LinkButton>
          </div>
        </div>
      )}
    </AccountPage>
  );
}
