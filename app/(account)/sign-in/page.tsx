import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "@/components/account/account-page";
import { CredentialsForm } from "@/components/account/credentials-form";
import { safePath } from "@/lib/safe-path";
import { signInAction } from "../actions";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const next = safePath((await searchParams).next, "/interviews");
  return (
    <AccountPage title="Sign in" lead="Interviews you started here as a guest move to your account.">
      <CredentialsForm purpose="sign-in" action={signInAction} next={next} />
      <p className="text-sm">
        No account yet?{" "}
        <Link className="text-accent underline" href={`/sign-up?next=${encodeURIComponent(next)}`}>
          Make one
        </Link>
        , or practise without: no account is needed.
      </p>
    </AccountPage>
  );
}
