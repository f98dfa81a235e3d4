/** What people may enter as name, email and password; the same schema checks the form and the action. */
import * as z from "zod";

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an address like name@example.org."))
  .refine((email) => !email.endsWith(".invalid"), "Enter an address that exists.");

export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `Use at least ${PASSWORD_MIN_LENGTH} characters; a short sentence works well.`)
  .max(PASSWORD_MAX_LENGTH, `Use at most ${PASSWORD_MAX_LENGTH} characters.`);

export const nameSchema = z
  .string()
  .trim()
  .min(1, "Enter the name to show beside your work.")
  .max(80, "Use at most 80 characters.");
const givenPassword = z.string().min(1, "Enter your password.").max(PASSWORD_MAX_LENGTH);

export const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});
export const signInSchema = z.strictObject({ email: emailSchema, password: givenPassword });
export const changePasswordSchema = z.strictObject({
  currentPassword: givenPassword,
  newPassword: newPasswordSchema,
});
export const deleteAccountSchema = z.strictObject({ password: givenPassword });
