using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class AccessErrors
{
    public static readonly Error SignInRefused = Error.Forbidden("sign_in.refused", "E-mail or password is wrong, or the account is locked for a while.");
    public static readonly Error PasswordWrong = Error.Invalid("password.wrong", "The present password is wrong.", "Current");
    public static readonly Error EmailInvalid = Error.Invalid("email.invalid", "Enter a complete e-mail address.", "Email");
    public static readonly Error SetUpDone = Error.Refused("setup.finished", "This installation is set up already. Sign in instead.");
    public static readonly Error RoleUnknown = Error.Invalid("role.unknown", "There is no such role here.", "Role");
    public static readonly Error NotMember = Error.NotFound("person.not_member", "This person does not belong to the company.");
    public static readonly Error NotAPerson = Error.Forbidden("caller.not_a_person", "Only a signed-in person can do this.");

    public static Error PasswordWeak(string why) => Error.Invalid("password.weak", why, "New");
}
