import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "@/components/account/account-page";
import { CredentialsForm } from "@/components/account/credentials-form";
import { safePath } from "@/lib/safe-path";
import { signUpAction } from "../actions";

export const metadata: Metadata = { title: "Make an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const next = safePath((await searchParams).next, "/interviews");
  return (
    <AccountPage
      title="Make an account"
      lead="It keeps your interviews on every device you sign in on. What you did here as a guest comes with you."
    >
      <CredentialsForm purpose="sign-up" action={signUpAction} next={next} />
      <p className="text-sm">
        You have one?{" "}
        <Link className="text-accent underline" href={`/sign-in?next=${encodeURIComponent(next)}`}>
          Sign in
        </Link>
      </p>
    </AccountPage>
  );
}
