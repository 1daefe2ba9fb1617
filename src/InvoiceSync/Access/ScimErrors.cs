using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class ScimErrors
{
    public static readonly Error UserNameMissing = Error.Invalid("scim.user_name_missing", "The attribute userName is required.", "userName");
    public static readonly Error TextInvalid = Error.Invalid("scim.text_invalid", "Texts have at most 255 printable characters.");
    public static readonly Error UserNameTaken = Error.Conflict("scim.user_name_taken", "A user with this userName exists already.");
    public static readonly Error NotFound = Error.NotFound("scim.not_found", "There is no such resource.");
    public static readonly Error MembersTooMany = Error.Invalid("scim.members_too_many", "A group has at most 5000 members.", "members");
    public static readonly Error MemberUnknown = Error.Invalid("scim.member_unknown", "Members have to be users of this company.", "members");
    public static readonly Error OwnerProtected = Error.Forbidden("scim.owner_protected", "An owner of the company cannot be deactivated or removed by the directory.");
    public static readonly Error Changed = Error.Conflict("scim.changed", "The resource changed in the meantime.");
}
