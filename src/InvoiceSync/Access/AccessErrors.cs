using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class AccessErrors
{
    public static readonly Error SignInRefused = Error.Forbidden("sign_in.refused", "E-mail or password is wrong, or the account is locked for a while.");
    public static readonly Error PasswordWrong = Error.Invalid("password.wrong", "The present password is wrong.", "Current");
    public static readonly Error EmailInvalid = Error.Invalid("email.invalid", "Enter a complete e-mail address.", "Email");
    public static readonly Error SetUpDone = Error.Refused("setup.finished", "This installation is set up already. Sign in instead.");
    public static readonly Error RoleUnknown = Error.Invalid("role.unknown", "There is no such role here.", "Role");
    public static readonly Error RoleMissing = Error.Invalid("role.missing", "Choose at least one role.", "Roles");
    public static readonly Error RoleNotFound = Error.NotFound("role.not_found", "There is no such role here.");
    public static readonly Error RoleNameInvalid = Error.Invalid("role.name_invalid", "A role needs a name of at most 60 characters that is not one of the six every company has.", "Name");
    public static readonly Error RoleCircle = Error.Invalid("role.circular", "These roles would inherit from each other in a circle.", "Inherits");
    public static readonly Error RoleInUse = Error.Refused("role.in_use", "People or other roles still have this role. Give them another one first.");
    public static readonly Error RolesTooMany = Error.Refused("role.too_many", "A company can have at most 100 roles of its own.");
    public static readonly Error PermissionUnknown = Error.Invalid("permission.unknown", "One of these permissions does not exist.", "Permissions");
    public static readonly Error LimitInvalid = Error.Invalid("role.limit_invalid", "A limit is an amount above zero, or left empty.", "Limits");
    public static readonly Error MoreThanOwn = Error.Forbidden("permission.not_yours_to_give", "You can only give permissions that you have yourself.");
    public static readonly Error OwnershipIsOffered = Error.Refused("owner.only_by_offer", "Nobody is made owner like this. The owner offers the company, and the other person accepts.");
    public static readonly Error OwnerStays = Error.Refused("owner.not_removable", "The owner cannot be changed, suspended or removed. Hand the company over first.");
    public static readonly Error NotOwner = Error.Forbidden("owner.required", "Only the owner of the company can do this.");
    public static readonly Error OfferNotFound = Error.NotFound("ownership_offer.not_found", "There is no such offer, or it is older than a week.");
    public static readonly Error LastAdmin = Error.Refused("admin.last", "Somebody has to be left who can manage people. Give another person that permission first.");
    public static readonly Error NotYourself = Error.Refused("person.yourself", "You cannot do this to yourself. Ask another administrator.");
    public static readonly Error TeamInvalid = Error.Invalid("team.invalid", "A team's name has at most 60 characters.", "Team");
    public static readonly Error NotMember = Error.NotFound("person.not_member", "This person does not belong to the company.");
    public static readonly Error NotAPerson = Error.Forbidden("caller.not_a_person", "Only a signed-in person can do this.");

    public static readonly Error PasswordShort = Error.Invalid("password.too_short", "A password has at least 12 characters.", "New");
    public static readonly Error PasswordLong = Error.Invalid("password.too_long", "A password has at most 128 characters.", "New");
    public static readonly Error PasswordOwn = Error.Invalid("password.own_name", "Your name or e-mail address is the first thing others try. Choose something else.", "New");
    public static readonly Error PasswordBreached = Error.Invalid("password.breached", "This password is on lists of stolen passwords. Choose another.", "New");
    public static readonly Error LinkOver = Error.Refused("link.used_up", "This link was used already, is too old, or was overtaken by a change. Ask for a new one.");
    public static readonly Error InvitationOver = Error.Refused("invitation.closed", "This invitation was accepted, withdrawn or is too old. Ask for a new one.");
    public static readonly Error InvitationNotFound = Error.NotFound("invitation.not_found", "There is no such invitation.");
    public static readonly Error MemberAlready = Error.Conflict("person.member_already", "This person belongs to the company already.");
    public static readonly Error OtherPerson = Error.Forbidden("invitation.for_another", "This invitation is for another e-mail address. Sign in with that one.");
    public static readonly Error NameMissing = Error.Invalid("person.name_missing", "Enter a name of at most 100 characters.", "Name");

    public static readonly Error CodeWrong = Error.Invalid("code.wrong", "This code is wrong, too old, or was used already.", "Code");
    public static readonly Error SecondStepOver = Error.Refused("second_step.too_late", "This sign-in took too long. Begin again with the password.");
    public static readonly Error TwoStepOnAlready = Error.Refused("two_step.on_already", "Two-step sign-in is on already. Switch it off first.");
    public static readonly Error TwoStepOffAlready = Error.Refused("two_step.off_already", "Two-step sign-in is not on.");
    public static readonly Error ProofWrong = Error.Invalid("presence.refused", "This is not right, or the account is locked for a while.", "Secret");

    public static readonly Error PasskeyRefused = Error.Forbidden("passkey.refused", "This passkey was not accepted. Try again, or sign in with the password.");
    public static readonly Error PasskeyNameMissing = Error.Invalid("passkey.name_missing", "Give the passkey a name of at most 60 characters.", "Name");
    public static readonly Error PasskeysTooMany = Error.Refused("passkey.too_many", "You may have ten passkeys. Remove one first.");
    public static readonly Error PasskeyNotFound = Error.NotFound("passkey.not_found", "There is no such passkey.");

    public static Error PasswordWeak(string why) => Error.Invalid("password.weak", why, "New");
}
