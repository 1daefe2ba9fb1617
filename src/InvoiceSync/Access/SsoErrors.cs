using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class SsoErrors
{
    public static readonly Error ConnectionNotFound = Error.NotFound("sso.not_found", "There is no such sign-in connection.");
    public static readonly Error NameMissing = Error.Invalid("sso.name_missing", "Give the connection a name of at most 100 characters.", "Name");
    public static readonly Error SettingsTooLarge = Error.Invalid("sso.settings_too_large", "The settings of this connection are too large.", "Settings");
    public static readonly Error GroupInvalid = Error.Invalid("sso.group_invalid", "Name each group once and in full, at most 255 characters. Wildcards are not allowed.", "GroupRoles");
    public static readonly Error RoleNotMappable = Error.Invalid("sso.role_not_mappable", "A group or a default can give any role but Owner.", "Role");
    public static readonly Error Disabled = Error.Forbidden("sso.disabled", "This sign-in connection is switched off.");
    public static readonly Error IdentityUnusable = Error.Forbidden("sso.identity_unusable", "The identity provider named nobody we can know again.");
    public static readonly Error EmailUnverified = Error.Forbidden("sso.email_unverified", "The identity provider did not confirm your e-mail address.");
    public static readonly Error DomainUnproved = Error.Forbidden("sso.domain_unproved", "Your e-mail domain is not one this company has proved to be its own.");
    public static readonly Error LinkNeeded = Error.Forbidden("sso.link_needed", "You have an account here already. Sign in with your password and connect it under Account, or ask an administrator to allow the link.");
    public static readonly Error RoleMissing = Error.Forbidden("sso.role_missing", "None of your groups has a role here. Ask an administrator of your company.");
    public static readonly Error Suspended = Error.Forbidden("sso.suspended", "Your account was suspended by your company.");
    public static readonly Error IntentExpired = Error.Forbidden("sso.intent_expired", "This test or link was begun too long ago, or not by you. Begin again.");
    public static readonly Error ProofForeign = Error.Forbidden("sso.proof_foreign", "The identity provider named somebody else. Sign in there with your own account.");
    public static readonly Error ProofOld = Error.Forbidden("sso.proof_old", "The identity provider did not ask you to sign in again, so this proves nothing. Use a passkey or an authenticator app: set one up under Account, Security.");
    public static readonly Error LinkedElsewhere = Error.Refused("sso.linked_elsewhere", "This account at the identity provider belongs to another person here.");
    public static readonly Error DomainInvalid = Error.Invalid("domain.invalid", "Enter an internet domain, like exemplu.ro.", "Domain");
    public static readonly Error DomainShared = Error.Invalid("domain.shared", "This domain is open to everybody, so it cannot belong to one company.", "Domain");
    public static readonly Error DomainClaimed = Error.Conflict("domain.claimed", "This domain is in your list already.");
    public static readonly Error DomainsTooMany = Error.Refused("domain.too_many", "A company can have at most fifty domains.");
    public static readonly Error DomainNotFound = Error.NotFound("domain.not_found", "There is no such domain.");
    public static readonly Error DomainOwned = Error.Refused("domain.owned", "Another company has proved this domain to be its own.");
    public static readonly Error DnsUnanswered = Error.Unavailable("dns.unanswered", "The domain name system does not answer now. Try again in a minute.");
}
